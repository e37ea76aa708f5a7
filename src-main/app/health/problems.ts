import type { DiskHealth, HealthProblem } from '@contract/models/health.ts';
import { isDiskFault } from './disks.ts';
import type { RecorderFacts, SinceOf } from './site-facts.ts';

/** Recordings and alarms of two recorders cannot be laid beside each other any more. */
const CLOCK_OFF_MS = 30_000;
/** One that is opened anew within this time was hardly gone. */
const CHANNEL_PATIENCE_MS = 30_000;

/** What is wrong with a recorder and its cameras, the newest first. What its login or a tile says is not said again here. */
export function problemsOf(
  facts: RecorderFacts,
  disks: readonly DiskHealth[] | null,
  nowMs: number,
  sinceOf: SinceOf,
): HealthProblem[] {
  const all = [
    ...cameraProblems(facts),
    ...diskProblems(facts, disks, nowMs, sinceOf),
    ...channelProblems(facts, nowMs),
    ...clockProblems(facts, nowMs, sinceOf),
  ];
  return all.sort((one, other) => other.sinceMs - one.sinceMs);
}

function cameraProblems({ cameras, presence }: RecorderFacts): HealthProblem[] {
  return cameras.flatMap(({ id, channel }): HealthProblem[] => {
    const sinceMs = presence.lostSinceMs(channel);
    if (sinceMs === null) return [];
    return [{ kind: 'camera-lost', key: `camera-lost:${id}`, sinceMs, cameraId: id }];
  });
}

function diskProblems(
  { nvrId }: RecorderFacts,
  disks: readonly DiskHealth[] | null,
  nowMs: number,
  sinceOf: SinceOf,
): HealthProblem[] {
  if (disks === null) return [];
  if (disks.length === 0) {
    const key = `no-disk:${nvrId}`;
    return [{ kind: 'no-disk', key, sinceMs: sinceOf(key, nowMs) }];
  }
  return disks.filter(isDiskFault).map(({ id: disk, state }) => {
    const key = `disk:${nvrId}:${disk}`;
    return { kind: 'disk', key, sinceMs: sinceOf(key, nowMs), disk, state };
  });
}

function channelProblems(
  { nvrId, channel, channelLostSinceMs }: RecorderFacts,
  nowMs: number,
): HealthProblem[] {
  if (channelLostSinceMs === null || nowMs - channelLostSinceMs < CHANNEL_PATIENCE_MS) return [];
  const key = `event-channel:${nvrId}`;
  return [{ kind: 'event-channel', key, sinceMs: channelLostSinceMs, state: channel.state }];
}

function clockProblems(
  { nvrId, told: { clock } }: RecorderFacts,
  nowMs: number,
  sinceOf: SinceOf,
): HealthProblem[] {
  if (clock === null || Math.abs(clock.driftMs) - clock.uncertainMs <= CLOCK_OFF_MS) return [];
  const key = `clock:${nvrId}`;
  return [{ kind: 'clock', key, sinceMs: sinceOf(key, nowMs), driftMs: clock.driftMs }];
}
