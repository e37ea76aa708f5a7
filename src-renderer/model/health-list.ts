import type { RecorderHealth } from '@contract/models/health.ts';

/** By NVR. */
type Healths = Readonly<Record<number, RecorderHealth>>;

/**
 * What is known after a listing: what was told while it was under way is newer, and an NVR that is not on it is not in use any more.
 * @param told ids of NVRs that were told of since it was asked for
 */
export function healthsAfter(
  known: Healths,
  listed: readonly RecorderHealth[],
  told: ReadonlySet<number>,
): Healths {
  return Object.fromEntries(
    listed.map((one) => [one.nvrId, (told.has(one.nvrId) ? known[one.nvrId] : undefined) ?? one]),
  );
}
