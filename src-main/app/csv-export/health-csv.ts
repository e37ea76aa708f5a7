import type { Camera } from '@contract/models/camera.ts';
import type { CameraHealth, RecorderHealth } from '@contract/models/health.ts';
import type { Nvr, RecorderState } from '@contract/models/nvr.ts';
import { csvHead, csvLine, csvTime } from '../domain/csv.ts';

/** The columns; programs read them, so they are never renamed. */
export const HEALTH_HEAD = csvHead([
  ...['what', 'nvr', 'camera', 'channel', 'login', 'is_answering', 'failing_since'],
  ...['event_channel', 'last_sign_at', 'disks', 'cpu_percent', 'memory_percent'],
  ...['clock_ahead_ms', 'clock_uncertain_ms', 'recording_times', 'recording_times_tested_at'],
  ...['is_online', 'lost_since', 'shown', 'reconnects_today', 'last_error', 'last_error_at'],
  'told_at',
]);

/** One line for a recorder. */
export function nvrLine(nvr: Nvr, state: RecorderState, health: RecorderHealth): string {
  const { events, disks, clock, lastError } = health;
  return csvLine([
    ...['nvr', nvr.name, null, null, state.login.state, state.isAnswering],
    ...[csvTime(state.sinceMs), events.state, csvTime(events.lastSignMs)],
    disks === null ? null : disks.map(({ id, state: disk }) => `${id} ${disk}`).join('; '),
    ...[health.cpuPercent, health.memoryPercent, clock.driftMs],
    ...[clock.driftMs === null ? null : clock.uncertainMs, clock.recordings],
    ...[csvTime(clock.testedAtMs), null, null, null, health.reconnectsToday],
    ...[lastError === null ? null : `${lastError.question}: ${lastError.fault}`],
    ...[csvTime(lastError?.atMs ?? null), csvTime(health.toldAtMs)],
  ]);
}

/** One for each of its cameras. */
export function cameraLine(
  nvr: Nvr,
  camera: Camera,
  { isOnline, shown, reconnectsToday }: CameraHealth,
  lostSinceMs: number | null,
): string {
  return csvLine([
    ...['camera', nvr.name, camera.name, camera.channel, ...nothing(12)],
    ...[isOnline, csvTime(lostSinceMs), shown, reconnectsToday, ...nothing(3)],
  ]);
}

function nothing(cells: number): null[] {
  return Array.from({ length: cells }, () => null);
}
