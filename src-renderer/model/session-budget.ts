import type { Camera } from '@contract/models/camera.ts';

/** The cameras of a page that are left out, in the order of the wall, so that no recorder is asked for more streams than `perNvr`. */
export function beyondBudget(visible: readonly Camera[], perNvr: number): ReadonlySet<number> {
  const counts = new Map<number, number>();
  const beyond = visible.filter(({ nvrId }) => {
    const count = (counts.get(nvrId) ?? 0) + 1;
    counts.set(nvrId, count);
    return count > perNvr;
  });
  return new Set(beyond.map(({ id }) => id));
}
