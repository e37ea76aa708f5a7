/** An IP camera of a recorder's list, as far as its number is concerned. */
export interface NumberedCamera {
  /** Not always a number: old hybrids write "I-1". */
  readonly id: string;
  /** Channel x 100 + stream. */
  readonly streamIds: readonly number[];
}

/** The channel of each camera of a list, null where its id holds no number. */
export interface IpChannelNumbers {
  readonly numbers: (number | null)[];
  /** What is added to an id; null where the cameras do not agree, or there are none. */
  readonly offset: number | null;
}

const STREAMS_PER_CHANNEL = 100;
/** Hikvision's SDK, and what is made with it, counts IP cameras from 33. */
const SDK_OFFSET = 32;

/**
 * Finds the one rule by which a list counts: its ids are channels, or it begins with 1 after the analog inputs. The stream ids of those
 * cameras that name any say it best, also for those that are off and name none. Without any, the channels that have streams say which
 * of the known rules fits; and without those, an id among the inputs, or one like "I-1", shows that the list counts by itself.
 */
export function ipChannelNumbers(
  cameras: readonly NumberedCamera[],
  inputs: number,
  streamed: ReadonlySet<number>,
): IpChannelNumbers {
  const ids = cameras.map(({ id }) => trailingNumber(id));
  const told = cameras.map(({ streamIds: [first] }) =>
    first === undefined ? null : Math.floor(first / STREAMS_PER_CHANNEL),
  );
  const offsets = told.flatMap((channel, index) => {
    const id = ids[index] ?? null;
    return channel === null || id === null ? [] : [channel - id];
  });
  const offset = mostFrequent(offsets) ?? fittingOffset(cameras, ids, inputs, streamed);
  const taken = new Set(told);
  const numbers = ids.map((id, index) => {
    const channel = told[index] ?? null;
    if (channel !== null || id === null) return channel;
    const usual = id + offset;
    if (!taken.has(usual)) return usual;
    // A camera that is on has this number: nothing may hide it.
    let free = usual;
    while (taken.has(free)) free += 1;
    taken.add(free);
    return free;
  });
  return { numbers, offset: cameras.length === 0 ? null : Math.max(offset, 0) };
}

function fittingOffset(
  cameras: readonly NumberedCamera[],
  ids: readonly (number | null)[],
  inputs: number,
  streamed: ReadonlySet<number>,
): number {
  const usual = usualOffset(cameras, ids, inputs);
  const fits = (offset: number): number =>
    ids.filter((id) => id !== null && id + offset > inputs && streamed.has(id + offset)).length;
  const known = [usual, 0, inputs, inputs - SDK_OFFSET];
  return known.reduce((best, offset) => (fits(offset) > fits(best) ? offset : best), usual);
}

function usualOffset(
  cameras: readonly NumberedCamera[],
  ids: readonly (number | null)[],
  inputs: number,
): number {
  const numbers = ids.filter((id) => id !== null && id > 0);
  const isByItself =
    cameras.some(({ id }) => !/^\d+$/.test(id)) ||
    numbers.some((id) => id !== null && id <= inputs);
  return isByItself ? inputs : 0;
}

function mostFrequent(values: readonly number[]): number | null {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const [best] = [...counts].sort(([, a], [, b]) => b - a);
  return best?.[0] ?? null;
}

function trailingNumber(id: string): number | null {
  const digits = /(\d{1,6})$/.exec(id)?.[1];
  return digits === undefined ? null : Number(digits);
}
