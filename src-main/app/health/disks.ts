import type { DiskHealth, DiskState } from '@contract/models/health.ts';
import type { ListedDisk } from '../isapi/endpoints/parse-storage.ts';

/** Hikvision's words for disks, by what they mean. "reparing" and "formating" are its spelling. */
const STATES: Record<string, DiskState> = {
  ok: 'ok',
  normal: 'ok',
  idle: 'sleeping',
  sleeping: 'sleeping',
  unformatted: 'unformatted',
  mismatch: 'mismatch',
  offline: 'offline',
  smartfailed: 'smart-bad',
  error: 'broken',
  abnormal: 'broken',
  formating: 'busy',
  formatting: 'busy',
  reparing: 'busy',
  repairing: 'busy',
};
const GHOSTS: ReadonlySet<string> = new Set(['notexist', 'unexist', 'none', 'null']);
const FAULTS: ReadonlySet<DiskState> = new Set([
  'unformatted',
  'mismatch',
  'offline',
  'smart-bad',
  'broken',
]);

/** The disks of a recorder's list: bays without one are left out. */
export function disksOf(list: readonly ListedDisk[]): DiskHealth[] {
  return list
    .filter(({ status }) => status === null || !GHOSTS.has(status))
    .map(({ id, status, capacityMb, freeMb }, index) => ({
      ...{ id: id ?? index + 1, state: stateOf(status), capacityMb, freeMb },
    }));
}

/** Whether nothing, or soon nothing, is recorded on it. */
export function isDiskFault({ state }: DiskHealth): boolean {
  return FAULTS.has(state);
}

function stateOf(status: string | null): DiskState {
  return status !== null && Object.hasOwn(STATES, status) ? (STATES[status] ?? 'other') : 'other';
}
