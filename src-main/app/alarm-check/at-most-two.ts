const MOST = 2;

/** Does all of it in order, two at a time, until one says that the rest is of no use. */
export async function atMostTwo<T>(
  items: readonly T[],
  act: (item: T) => Promise<'go-on' | 'enough'>,
): Promise<void> {
  const rest = items.values();
  let isEnough = false;
  const work = async (): Promise<void> => {
    for (const item of rest) {
      // What the other one learnt meanwhile counts.
      if (isEnough) return;
      if ((await act(item)) === 'enough') isEnough = true;
    }
  };
  await Promise.all(Array.from({ length: MOST }, work));
}
