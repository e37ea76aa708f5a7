import { MAX_CHANNELS } from '@contract/models/nvr.ts';
import type { BadAnswer, ProbedList, ProbeStep } from '@contract/models/probe.ts';
import { countOf, listText } from '../../counts.ts';
import { common } from '../common.ts';
import { probeAdvice } from './probe-advice.ts';

const triesLeft = (count: number | null) =>
  count === null ? '' : ` ${countOf(count, { one: '# try', other: '# tries' })} left.`;

const answers: Record<Extract<BadAnswer, string>, string> = {
  unreadable: 'The NVR’s answer could not be understood.',
  'web-page': 'The NVR answered with a web page instead of data.',
  'broken-off': 'The NVR broke off its answer, or sent one that is not HTTP.',
  hostile: 'No NVR sends such an answer. Nothing more was sent to this address.',
  redirect: 'The NVR points to another address or page, which is not followed.',
  'unsafe-login':
    'The NVR offers no safe login, so its channels cannot be checked. Add them unchecked.',
  forbidden: 'It refuses everything without a reason. Check the port, the user and the password.',
  'no-cameras': 'The NVR lists no camera at all, so there is nothing to compare.',
};

const running: Record<ProbeStep, string> = {
  reach: 'Connecting to the NVR …',
  login: 'Checking user name and password …',
  identity: 'Asking for model and firmware …',
  channels: 'Reading the list of cameras …',
  streams: 'Reading the list of streams …',
};

const lists: Record<ProbedList, string> = {
  device: 'model and serial number',
  ports: 'ports',
  capabilities: 'number of coax inputs',
  ip: 'IP cameras',
  status: 'which cameras are on',
  analog: 'coax cameras',
  streams: 'streams',
};

const steps: Record<ProbeStep, string> = {
  reach: 'Reach the NVR',
  login: 'Log in',
  identity: 'Model and firmware',
  channels: 'Cameras',
  streams: 'Streams',
};

/** What is said of a look at a recorder. */
export const probe = {
  steps,
  states: {
    waiting: 'Not begun',
    running: 'Running',
    done: 'Done',
    skipped: 'Skipped',
    question: 'Waits for your decision',
    failed: 'Failed',
  },
  running,
  found: {
    reach: 'The NVR answers.',
    login: 'User name and password are right.',
    identity: (model: string | null, firmware: string | null) =>
      [model ?? 'Unknown model', firmware].filter(Boolean).join(', '),
    channels: (cameras: number, offline: number) =>
      `Cameras: ${cameras}, of which offline: ${offline}.`,
    streams: (streams: number) => `Streams: ${streams}.`,
  },
  skipped: {
    login: 'The NVR has no login check; the next step shows whether it lets us in.',
    identity: 'The NVR does not tell its model.',
    streams: 'The NVR does not tell which streams exist.',
  },
  unread: (missing: readonly ProbedList[]) =>
    `Could not be read: ${listText(missing.map((list) => lists[list]))}. The account may not be allowed to, or the NVR was too busy.`,
  leftOut: (count: number) =>
    `This NVR has ${countOf(count, { one: '# more camera', other: '# more cameras' })} above channel ${MAX_CHANNELS}, which this app cannot add.`,
  sdkPort: (isHttps: boolean) =>
    `8000 is the maker’s own (SDK) port; the web port is usually ${isHttps ? 443 : 80}. Change the port first. If that does not help, check the address.`,
  advice: probeAdvice,
  failed: {
    unreachable: {
      silent: 'Nothing answers at this address and RTSP port.',
      broken: 'The connection broke off.',
      'no-name': 'The name of this address is unknown.',
      'no-route': 'This address cannot be reached from this network.',
    },
    'port-closed': 'Nothing answers: this port is closed.',
    timeout: 'The NVR did not answer in time.',
    busy: 'The NVR is busy. Try again in a moment.',
    'too-large': 'The NVR’s answer is too large to be one.',
    cancelled: 'Cancelled.',
    'bad-answer': answers,
    status: (status: number) => `The NVR answered with error ${status}.`,
    'no-isapi': 'The NVR does not offer this.',
    'wrong-password': (left: number | null) =>
      `The NVR refused the user name or password.${triesLeft(left)}`,
    'known-password': (left: number | null) =>
      `The NVR refused the user name or password.${triesLeft(left)} It was not sent again.`,
    locked: (unlockInMinutes: number | null) =>
      unlockInMinutes === null
        ? 'The NVR has locked this account.'
        : `The NVR has locked this account. It opens in ${common.minutes(unlockInMinutes)}.`,
    'not-activated':
      'This device is not activated: it needs its first password before it can be used.',
    'no-permission': 'The NVR does not allow this account to do that.',
    // The fingerprints have a place of their own.
    certificate: 'Its certificate needs your decision.',
    'https-wanted': (port: number) => `The NVR wants HTTPS, at port ${port}. Nothing was sent.`,
    'no-digest': 'The NVR offers no Digest login, the only safe one here. No password was sent.',
    tls: {
      handshake: 'This port does not speak HTTPS, or only a version that is too old to be safe.',
      'plain-http': 'This port speaks plain HTTP, not HTTPS. Nothing was sent.',
    },
  },

  lockEnd: {
    unknown: 'The NVR does not say for how long; usually 30 minutes.',
    over: 'The time is over.',
    in: (minutes: number) => `It opens in ${common.minutes(minutes)}.`,
  },
  fingerprint: 'SHA-256 fingerprint',
  fingerprintBefore: 'Accepted before',
  fingerprintNow: 'Shown now',

  newPassword: (nvr: string) => `New password for “${nvr}”`,
  newPasswordHint: (user: string) => `For user ${user}. It is tried once.`,
  newPasswordSaved: (nvr: string) => `New password for “${nvr}” saved. It is tried once.`,

  cameras: 'Cameras',
  noCameras: 'The NVR has no cameras.',
  chosen: (chosen: number, all: number) => `${chosen} of ${all} cameras`,
  mainStream: 'Main stream',
  subStream: 'Sub stream',
  noName: 'no name',
  online: { online: 'online', offline: 'offline', unknown: 'state unknown' },
  notDescribed: 'not described',
  noMain: 'no main stream',
  noSub: 'no sub stream',
};
