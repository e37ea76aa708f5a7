import type {
  EventChannelHealth,
  DiskState,
  HealthFault,
  HealthQuestion,
  RecordingTimes,
} from '@contract/models/health.ts';
import type { NvrLogin } from '@contract/models/nvr-login.ts';
import { countOf } from '../counts.ts';
import { common } from './common.ts';

const MS_PER_SECOND = 1_000;
const SECONDS_PER_MINUTE = 60;
const SECONDS_PER_HOUR = 3_600;
const SECONDS_PER_DAY = 86_400;
const MB_PER_GB = 1_024;
const MB_PER_TB = MB_PER_GB * MB_PER_GB;

const disk: Record<DiskState, string> = {
  ok: 'well',
  sleeping: 'well, sleeping',
  unformatted: 'not formatted',
  mismatch: 'belongs to another device',
  offline: 'not connected',
  'smart-bad': 'about to fail (S.M.A.R.T.)',
  broken: 'broken',
  busy: 'being formatted or repaired',
  other: 'in a state that is not known here',
};

const channel: Record<EventChannelHealth['state'], string> = {
  off: 'not listened to',
  connecting: 'connecting',
  listening: 'listening',
  silent: 'silent',
  'refused-too-many': 'too many programs listen to it',
  'not-supported': 'has none',
  failing: 'fails',
};

/** "2 s", "5 min", "1 h 2 min", "3 days". */
function amount(ms: number): string {
  const seconds = Math.round(Math.abs(ms) / MS_PER_SECOND);
  if (seconds < 2 * SECONDS_PER_MINUTE) return `${seconds} s`;
  if (seconds < SECONDS_PER_HOUR) return `${Math.round(seconds / SECONDS_PER_MINUTE)} min`;
  if (seconds >= 2 * SECONDS_PER_DAY) return `${Math.round(seconds / SECONDS_PER_DAY)} days`;
  const hours = Math.floor(seconds / SECONDS_PER_HOUR);
  return `${hours} h ${Math.round((seconds % SECONDS_PER_HOUR) / SECONDS_PER_MINUTE)} min`;
}

function size(mb: number): string {
  return mb >= MB_PER_TB ? `${(mb / MB_PER_TB).toFixed(1)} TB` : `${Math.round(mb / MB_PER_GB)} GB`;
}

/** How NVRs and cameras are, and what is wrong with them. */
export const health = {
  title: 'Problems and health',
  open: 'Problems and health of NVRs',
  allWell: 'No problems',
  allWellAdvice: 'All cameras and NVRs that are in use work, as far as the NVRs tell.',
  problemsTitle: (count: number) => `Problems: ${count}`,
  nvrsTitle: 'NVRs',
  noNvrs: 'No NVR is in use.',

  drift: (ms: number) =>
    Math.round(Math.abs(ms) / MS_PER_SECOND) === 0
      ? 'right'
      : `${amount(ms)} ${ms > 0 ? 'ahead' : 'behind'}`,
  diskFault: (id: number, state: DiskState) => `disk ${id} is ${disk[state]}`,
  channel,

  problems: {
    disk: {
      title: (nvr: string, why: string) => `NVR “${nvr}”: ${why}`,
      many: (count: number) => `Disk faults in ${common.nvrs(count)}`,
      advice:
        'Recordings may be missing. Call whoever looks after the NVR, and have the disk replaced.',
    },
    'no-disk': {
      title: (nvr: string) => `NVR “${nvr}” has no disk`,
      many: (count: number) => `No disk in ${common.nvrs(count)}`,
      advice: 'Nothing is recorded there. Call whoever looks after the NVR.',
    },
    'event-channel': {
      title: (nvr: string, why: string) => `No alarms from NVR “${nvr}”: ${why}`,
      many: (count: number) => `No alarms from ${common.nvrs(count)}`,
      advice:
        'Its event channel is tried again by itself. Until then watch its cameras yourself. If too many programs listen, close one of them.',
    },
    clock: {
      title: (nvr: string, why: string) => `The clock of NVR “${nvr}” is ${why}`,
      many: (count: number) => `Wrong clock in ${common.nvrs(count)}`,
      advice: 'Its recordings bear wrong times. Set its clock, or let it ask a time server (NTP).',
    },
  },
  lostCamera: 'Its NVR has no connection to it.',

  state: {
    well: 'well',
    problems: (count: number) => countOf(count, { one: '# problem', other: '# problems' }),
    unknown: 'not told yet',
  },
  login: {
    accepted: 'accepted',
    checking: 'being checked',
    unreachable: 'cannot be reached',
    refused: 'refused',
    locked: 'account locked',
    'certificate-changed': 'certificate changed',
    'no-password': 'password missing',
  } satisfies Record<NvrLogin['state'], string>,

  facts: {
    login: 'Login',
    cameras: 'Cameras',
    events: 'Events',
    disks: 'Disks',
    load: 'Load',
    clock: 'Clock',
    recordings: 'Times of recordings',
    reconnects: 'Reconnects today',
    lastError: 'Last error',
    told: 'Last answer',
  },
  notTold: 'not told',
  notAsked: 'not asked: only Hikvision-compatible NVRs tell it',
  none: 'none',
  lastSign: (state: string, clock: string) => `${state}, last sign of life ${clock}`,
  lostSince: (state: string, since: string) => `${state}, no alarms ${since}`,
  disk: (id: number, state: DiskState, capacityMb: number | null) =>
    `${id}: ${disk[state]}${capacityMb === null || capacityMb === 0 ? '' : `, ${size(capacityMb)}`}`,
  load: (cpu: number | null, memory: number | null) =>
    [
      cpu === null ? 'processor not told' : `processor ${cpu} %`,
      memory === null ? 'memory not told' : `memory ${memory} %`,
    ].join(', '),
  clock: (drift: string, uncertainMs: number, isByNtp: boolean | null) => {
    const by = isByNtp === null ? '' : isByNtp ? ', set by a time server' : ', set by hand';
    return `${drift} (± ${Math.max(1, Math.round(uncertainMs / MS_PER_SECOND))} s)${by}`;
  },
  recordings: {
    local: 'its own wall clock',
    utc: 'UTC',
    same: 'its wall clock, which is UTC',
    unknown: 'unknown: no new recording has told yet',
  } satisfies Record<RecordingTimes, string>,
  tested: (what: string, when: string) => `${what}, tested ${when}`,
  connected: (online: number, lost: number, untold: number) =>
    [
      `${online} connected`,
      ...(lost > 0 ? [`${lost} lost`] : []),
      ...(untold > 0 ? [`${untold} not told`] : []),
    ].join(', '),
  error: (clock: string, about: HealthQuestion, fault: HealthFault) =>
    `${clock}, ${health.questions[about]}: ${health.faults[fault]}`,
  questions: {
    cameras: 'IP cameras',
    inputs: 'analog inputs',
    disks: 'disks',
    load: 'load',
    time: 'clock',
    device: 'what it is',
    recordings: 'recordings',
  } satisfies Record<HealthQuestion, string>,
  faults: {
    unreachable: 'no answer. It is asked again by itself.',
    'no-permission': 'its user may not see that. Give the user that right at the NVR.',
    refused: 'the login was refused.',
    busy: 'it was busy. It is asked again by itself.',
    'not-supported': 'it does not tell that.',
    'bad-answer': 'its answer could not be read.',
  } satisfies Record<HealthFault, string>,
};
