import type { Camera } from '@contract/models/camera.ts';

/** Names that more than one camera has: recorders call theirs "Camera 01" all the same. */
export function ambiguousNames(cameras: readonly Camera[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const again = cameras.filter(({ name }) => seen.has(name) || !seen.add(name));
  return new Set(again.map(({ name }) => name));
}
