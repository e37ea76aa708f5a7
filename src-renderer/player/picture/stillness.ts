/**
 * A clock that a recorder burns in may be all that moves: its second, a frame longer, must not be enough. Looked at four times a
 * second, a picture that stands still is noticed within 2 s all the same, buffer included.
 */
const STILL_AFTER_MS = 1200;
/** A slow stream must have had the chance to show something else. */
const STILL_AFTER_FRAMES = 4;
/**
 * A scene that is quiet to the last pixel, without a clock in it, may be a live one. One that stood still and moved on so often
 * is believed to be like that, and gets more time.
 */
const QUIET_AFTER_RESTS = 3;
const QUIET_STILL_AFTER_MS = 10_000;
/** Day and night differ, and so do a recorder's good and bad hours: what a scene was like is believed no longer than this. */
const RESTS_COUNT_FOR_MS = 600_000;
/**
 * An encoder that is fed with the same picture for ever repeats it exactly, but for a few frames after each keyframe, which
 * differ in fine detail. So after this time it is enough that half of the frames are repeats.
 */
const ENCODED_STILL_AFTER_MS = 10_000;
const ENCODED_REPEATS = 0.5;
/** And after so many looks: of a slow stream each frame is looked at, and one that is shown twice is no repeat of its camera. */
const ENCODED_STILL_LOOKS = 8;
/** A sensor's noise changes every frame; after a keyframe (seen: x264, constant quality) two or three looks differ. */
const MOVING_AFTER_CHANGES = 4;
const MOVING_AFTER_MS = 1000;
/** An encoder that begins anew may refine for seconds what it has been given all the time. */
const MOVING_AFTER_STILL_MS = 4000;
/**
 * Of 255: what fine detail changes in the mean of a cell. Seen in standing pictures from x264: up to 5, with
 * keyframes each second too; a clock makes 7 and more within seconds, even in faint letters of 14 px.
 */
const CELL_TOLERANCE = 5;
/**
 * Of 255: a picture that stood does so no longer when a cell differs this much. Seen: up to 14 at the hard edges of a test card
 * that is encoded anew with another quality; 40 and more of a clock of 20 px on black, 220 of things that move.
 */
const MOVED_BY = 24;
/**
 * A quiet scene with a clock may follow a picture that stood and change a cell by less than `MOVED_BY`, but each second by more
 * than `CELL_TOLERANCE`. Keyframes that change as much were seen each 2 s, some with another change in between: four times in 5 s.
 */
const TICKS = 5;
const TICKS_WITHIN_MS = 5600;
/** An encoder refines what changed in the next two looks; two seconds of a clock are never seen so close together. */
const TICKS_APART_MS = 650;

/** What one look at a picture told; hashes are equal for equal pictures. */
export interface Look {
  /** Of parts of the picture. */
  readonly bandsHash: number;
  /** Null after a fleeting look. */
  readonly whole: {
    readonly hash: number;
    /** Mean brightness of the cells of a grid over the whole picture, 0 to 255. */
    readonly cells: Uint8Array;
  } | null;
}

/** A picture that may be standing still, and is looked at closely. */
interface Scene {
  readonly sinceMs: number;
  /** Of the first close look. */
  readonly cells: Uint8Array | null;
  readonly looks: number;
  readonly repeats: number;
  readonly changesInARow: number;
  readonly repeatedAtMs: number;
  /** Whether more than fine detail changed since the look before. */
  readonly isStirred: boolean;
  /** When that began, the last times: a clock's seconds, or keyframes. */
  readonly ticksAtMs: readonly number[];
  readonly isStill: boolean;
}

/** Why a scene is over; a clock that ticks in it says nothing about how quiet it is. */
type SceneEnd = 'moved' | 'ticked';

/** What is known of a stream's pixels; replaced, never changed. */
export interface Stillness {
  readonly last: Look | null;
  /** When the pixels last changed. */
  readonly sinceMs: number;
  /** New frames since then, as far as they were looked at. */
  readonly repeats: number;
  /** Null while each frame differs from the one before. */
  readonly scene: Scene | null;
  /** When it moved on after it had stood, the last times. */
  readonly restsAtMs: readonly number[];
}

/** Nothing was seen yet. */
export const UNSEEN: Stillness = { last: null, sinceMs: 0, repeats: 0, scene: null, restsAtMs: [] };

/** A new frame was looked at; null where its pixels could not be read, which proves nothing. */
export function withLook(before: Stillness, nowMs: number, look: Look | null): Stillness {
  const isChange = !isRepeat(before.last, look);
  const pixels = isChange
    ? { last: look, sinceMs: nowMs, repeats: 0 }
    : { last: look, sinceMs: before.sinceMs, repeats: before.repeats + 1 };
  const next = look && nextScene(before, nowMs, look, isChange);
  const end = look && next && endOf(next, nowMs, look);
  const isRest = end === 'moved' && isStill(before);
  const restsAtMs = isRest
    ? [...before.restsAtMs, nowMs].slice(-QUIET_AFTER_RESTS)
    : before.restsAtMs;
  const scene = end === null ? next : null;
  const after = { ...pixels, scene, restsAtMs };
  if (scene === null || scene.isStill) return after;
  return { ...after, scene: { ...scene, isStill: hasStood(after, scene, nowMs) } };
}

/** Whether the picture had been standing since long ago when it was last looked at. */
export function isStill({ scene }: Stillness): boolean {
  return scene?.isStill === true;
}

function hasStood(
  { sinceMs, repeats, restsAtMs }: Stillness,
  scene: Scene,
  nowMs: number,
): boolean {
  const rests = restsAtMs.filter((atMs) => nowMs - atMs < RESTS_COUNT_FOR_MS);
  const afterMs = rests.length < QUIET_AFTER_RESTS ? STILL_AFTER_MS : QUIET_STILL_AFTER_MS;
  if (repeats >= STILL_AFTER_FRAMES && nowMs - sinceMs >= afterMs) return true;
  const isMostlyRepeated =
    scene.looks >= ENCODED_STILL_LOOKS && scene.repeats >= scene.looks * ENCODED_REPEATS;
  return isMostlyRepeated && nowMs - scene.sinceMs >= ENCODED_STILL_AFTER_MS;
}

function nextScene(
  { last, scene, sinceMs }: Stillness,
  nowMs: number,
  look: Look,
  isChange: boolean,
): Scene | null {
  const cells = look.whole?.cells ?? null;
  if (scene === null) {
    if (isChange) return null;
    const counts = { looks: 1, repeats: 1, changesInARow: 0, ticksAtMs: [] };
    const calm = { repeatedAtMs: nowMs, isStirred: false, isStill: false };
    return { sinceMs, cells, ...counts, ...calm };
  }
  const repeats = isChange
    ? { changesInARow: scene.changesInARow + 1 }
    : { changesInARow: 0, repeats: scene.repeats + 1, repeatedAtMs: nowMs };
  const isStirred = !isAlike(last?.whole?.cells ?? null, cells, CELL_TOLERANCE);
  const isTick = isStirred && !scene.isStirred;
  const ticksAtMs = isTick ? withTick(scene.ticksAtMs, nowMs) : scene.ticksAtMs;
  const after = { ...scene, ...repeats, isStirred, ticksAtMs };
  return { ...after, cells: scene.cells ?? cells, looks: scene.looks + 1 };
}

function endOf(scene: Scene, nowMs: number, look: Look): SceneEnd | null {
  const tolerance = scene.isStill ? MOVED_BY : CELL_TOLERANCE;
  const isOther = !isAlike(scene.cells, look.whole?.cells ?? null, tolerance);
  if (isOther || isMoving(scene, nowMs)) return 'moved';
  return scene.isStill && isTicking(scene, nowMs) ? 'ticked' : null;
}

function withTick(ticksAtMs: readonly number[], nowMs: number): readonly number[] {
  const lastAtMs = ticksAtMs.at(-1) ?? -Infinity;
  return nowMs - lastAtMs < TICKS_APART_MS ? ticksAtMs : [...ticksAtMs, nowMs].slice(-TICKS);
}

function isTicking({ ticksAtMs }: Scene, nowMs: number): boolean {
  return ticksAtMs.filter((atMs) => nowMs - atMs <= TICKS_WITHIN_MS).length >= TICKS;
}

function isMoving({ changesInARow, repeatedAtMs, isStill }: Scene, nowMs: number): boolean {
  const afterMs = isStill ? MOVING_AFTER_STILL_MS : MOVING_AFTER_MS;
  return changesInARow >= MOVING_AFTER_CHANGES && nowMs - repeatedAtMs >= afterMs;
}

function isRepeat(one: Look | null, other: Look | null): boolean {
  if (one === null || other === null) return false;
  if (one.whole && other.whole) return one.whole.hash === other.whole.hash;
  return one.bandsHash === other.bandsHash;
}

/** Another size of the picture is another picture. */
function isAlike(one: Uint8Array | null, other: Uint8Array | null, tolerance: number): boolean {
  if (one === null || other === null) return true;
  if (one.length !== other.length) return false;
  return one.every((cell, index) => Math.abs(cell - (other[index] ?? 0)) <= tolerance);
}
