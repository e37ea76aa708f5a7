import type { Camera } from '@contract/models/camera.ts';
import type { CameraHealth, ClockHealth, RecorderHealth } from '@contract/models/health.ts';
import { SHOWN_STATES } from '@contract/models/stream-report.ts';
import type { ShownStream } from '../recorders/streams/stream-health.ts';
import { disksOf } from './disks.ts';
import { problemsOf } from './problems.ts';
import type { RecorderFacts, SinceOf } from './site-facts.ts';
import type { ToldHealth } from './watch/told-health.ts';

/** How a recorder is, from all that is known. Pure but for `sinceOf`. `nowMs`: Unix time in ms. */
export function recorderHealth(
  facts: RecorderFacts,
  nowMs: number,
  sinceOf: SinceOf,
): RecorderHealth {
  const { nvrId, told, channel, channelLostSinceMs, streams } = facts;
  const disks = told.disks === null ? null : disksOf(told.disks);
  return {
    nvrId,
    toldAtMs: told.toldAtMs,
    events: {
      state: channel.state,
      lostSinceMs: channelLostSinceMs,
      lastSignMs: channel.state === 'listening' ? channel.lastSignMs : null,
    },
    disks,
    cpuPercent: told.load?.cpuPercent ?? null,
    memoryPercent: told.load?.memoryPercent ?? null,
    clock: clockOf(told),
    reconnectsToday: sum(streams),
    lastError: told.lastError,
    cameras: facts.cameras.map((camera) => cameraHealth(camera, facts)),
    problems: problemsOf(facts, disks, nowMs, sinceOf),
  };
}

function cameraHealth(camera: Camera, { told, streams }: RecorderFacts): CameraHealth {
  const { main, sub } = camera.streams;
  const own = streams.filter(({ stream }) => stream === main || stream === sub);
  const shown = own.flatMap(({ best }) => (best === null ? [] : [best.state]));
  return {
    cameraId: camera.id,
    isOnline: told.online.get(camera.channel) ?? null,
    shown: SHOWN_STATES.find((state) => shown.includes(state)) ?? null,
    reconnectsToday: sum(own),
  };
}

function clockOf({ clock, reading }: ToldHealth): ClockHealth {
  const isSame = clock?.offsetMinutes === 0;
  return {
    driftMs: clock?.driftMs ?? null,
    uncertainMs: clock?.uncertainMs ?? 0,
    isByNtp: clock?.isByNtp ?? null,
    recordings: isSame ? 'same' : (reading?.reading ?? 'unknown'),
    testedAtMs: isSame ? null : (reading?.testedAtMs ?? null),
  };
}

function sum(streams: readonly ShownStream[]): number {
  return streams.reduce((all, { reconnectsToday }) => all + reconnectsToday, 0);
}
