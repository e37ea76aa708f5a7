import type { ShownState } from './stream-report.ts';

/** How a disk is. `sleeping` is well: it is not needed now. `other`: a word that is not known here. */
export const DISK_STATES = [
  'ok',
  'sleeping',
  'unformatted',
  'mismatch',
  'offline',
  'smart-bad',
  'broken',
  'busy',
  'other',
] as const;

/** One of them. */
export type DiskState = (typeof DISK_STATES)[number];

/** A disk in a recorder; bays without one are none. */
export interface DiskHealth {
  /** As the recorder counts them. */
  id: number;
  state: DiskState;
  /** Null where it is not told. */
  capacityMb: number | null;
  /** 0 is usual: the oldest recordings are overwritten. */
  freeMb: number | null;
}

/** What a recorder means by the times of its recordings. `same`: its wall clock is UTC, so both are one. `unknown`: nothing that it records tells. */
export type RecordingTimes = 'local' | 'utc' | 'same' | 'unknown';

/** How a recorder's clock stands. */
export interface ClockHealth {
  /** How far it is ahead of this computer's, in ms; negative: behind. Null: not told. */
  driftMs: number | null;
  /** It may be so much more or less. */
  uncertainMs: number;
  isByNtp: boolean | null;
  recordings: RecordingTimes;
  /** When that was found out, Unix time in ms; null: never. */
  testedAtMs: number | null;
}

/** What is asked of a recorder, one question a minute at most. */
export type HealthQuestion =
  'cameras' | 'inputs' | 'disks' | 'load' | 'time' | 'device' | 'recordings';

/** Why it was not answered. */
export type HealthFault =
  'unreachable' | 'no-permission' | 'refused' | 'busy' | 'not-supported' | 'bad-answer';

/** How it stands with the recorder's event channel. */
export interface EventChannelHealth {
  state:
    | 'off'
    | 'connecting'
    | 'listening'
    | 'silent'
    | 'refused-too-many'
    | 'not-supported'
    | 'failing';
  /** Since when it does not listen, though it should; null: it does, or need not. Unix time in ms, like the next. */
  lostSinceMs: number | null;
  /** Of the last byte, be it a heartbeat; null: it does not listen. */
  lastSignMs: number | null;
}

/** One camera, whether on screen or not. */
export interface CameraHealth {
  cameraId: number;
  /** Whether the recorder has it connected; null: not told. */
  isOnline: boolean | null;
  /** How it looks in the window where it looks best; null: nobody looks. */
  shown: ShownState | null;
  reconnectsToday: number;
}

/** Something that is wrong with a recorder or one of its cameras, which neither its login nor a tile says. Since when: Unix time in ms. */
export type HealthProblem =
  | { kind: 'camera-lost'; key: string; sinceMs: number; cameraId: number }
  | { kind: 'disk'; key: string; sinceMs: number; disk: number; state: DiskState }
  | { kind: 'no-disk'; key: string; sinceMs: number }
  | { kind: 'event-channel'; key: string; sinceMs: number; state: EventChannelHealth['state'] }
  | { kind: 'clock'; key: string; sinceMs: number; driftMs: number };

/** How a recorder is, by what it says of itself and what is seen of it. What it did not tell is null. */
export interface RecorderHealth {
  nvrId: number;
  /** When it last answered a question, Unix time in ms; null: not in this run of the app. */
  toldAtMs: number | null;
  events: EventChannelHealth;
  disks: DiskHealth[] | null;
  cpuPercent: number | null;
  memoryPercent: number | null;
  clock: ClockHealth;
  /** Of all its streams, since midnight of this computer's clock. */
  reconnectsToday: number;
  lastError: { question: HealthQuestion; fault: HealthFault; atMs: number } | null;
  cameras: CameraHealth[];
  /** The newest first. */
  problems: HealthProblem[];
}
