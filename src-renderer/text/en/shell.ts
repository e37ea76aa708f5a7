import type { NvrLogin } from '@contract/models/nvr-login.ts';
import { common } from './common.ts';

/** Why an NVR's cameras have no pictures: what is said behind its name. */
const nvrDown: Record<Exclude<NvrLogin['state'], 'accepted'>, (nvr: string) => string> = {
  'certificate-changed': (nvr) => `${nvr}: certificate changed`,
  'no-password': (nvr) => `${nvr}: password missing`,
  refused: (nvr) => `${nvr}: login refused`,
  locked: (nvr) => `${nvr}: account locked`,
  unreachable: (nvr) => `${nvr} cannot be reached`,
  checking: (nvr) => `${nvr}: login being checked`,
};

/** The bar, what is broken, and what a fault leaves. */
export const shell = {
  product: 'Opus NVR',
  demo: 'Demo',
  manage: 'Manage',
  addNvr: 'Add NVR',
  /** What a button does that asks for the PIN first. */
  needsPin: (what: string) => `${what} (needs the admin PIN)`,
  keptAside: 'Locked. What was open comes back with the admin PIN.',

  savedFiles: 'Saved files',
  savedFilesTip: 'Saved files: snapshots and recordings',
  nothingSaved: 'Nothing yet. S saves a picture of the chosen camera, R records it.',
  showFile: (path: string) => `Show in its folder: ${path}`,

  /** How the visible tiles are. */
  tiles: {
    smallerGrid: 'choose a smaller grid',
    andSmallerGrid: (rest: string) => `${rest}: choose a smaller grid`,
    damagedCount: (count: number) => `${count} damaged`,
    leftOutCount: (count: number) => `${count} not shown`,
    notLiveOf: (count: number, all: number) => `${count} of ${all} not live`,
    behindOf: (count: number, all: number) => `${count} of ${all} behind`,
    liveOf: (count: number, all: number) => `${count} of ${all} live`,
    allLive: (count: number) => `${count} live`,
    notLive: 'not live',
    behind: 'behind',
    live: 'live',
    damaged: 'damaged',
  },

  problems: 'Problems',
  problemCount: (count: number) => `${count} problems`,
  more: 'more',
  notLookedAtSince: (clock: string) => `not looked at since ${clock}`,
  showPage: 'Show its page',
  ways: {
    'restart-streaming': 'Start it now',
    'retry-keychain': common.tryAgain,
    'open-nvrs': 'Open NVRs',
    'open-health': 'Show the NVR',
    hide: 'Hide this notice',
  },
  notice: 'Notice',
  streaming: {
    title: 'The streaming service does not run: no live pictures',
    headline: 'No live pictures',
    detail: 'The streaming service does not run',
  },
  keychain: {
    title: 'The system keychain is locked or missing',
    headline: 'Keychain locked or missing',
    detail: 'NVR passwords cannot be read',
    advice: (reason: string) =>
      `NVR passwords cannot be read or saved. Unlock it, then try again. (${reason})`,
  },
  notLive: {
    title: (name: string) => `“${name}” is not live`,
    titleOfMany: (count: number) => `${common.cameras(count)} are not live`,
    headline: (count: number) => `${common.cameras(count)} not live`,
  },
  gone: {
    title: (name: string) => `“${name}” is not on its NVR any more`,
    titleOfMany: (count: number) => `${common.cameras(count)} are not on their NVRs any more`,
    headline: (count: number) =>
      count === 1 ? '1 camera gone from its NVR' : `${common.cameras(count)} gone from NVRs`,
    advice: 'Removed or moved there. Sync the NVR to take that over.',
  },
  nvrDown,
  nvrAdvice: {
    'certificate-changed':
      'Another device may be answering, so nothing is sent. Someone with the admin PIN must review it.',
    'no-password': 'The keychain has none. Someone with the admin PIN must enter it.',
    refused:
      'Nothing more is sent, so that the account is not locked. Someone with the admin PIN must enter the password anew.',
    unreachable: 'Check its power, network and ports. It is tried again by itself.',
    checking: 'There have been no pictures since. This takes a moment.',
    locked: (clock: string) =>
      `The NVR locked it after failed logins. Nothing is sent before ${clock}; then it is tried again by itself.`,
  },
  oneNvr: 'NVR',
  oneCamera: 'Camera',
  named: (kind: string, name: string) => `${kind} “${name}”`,

  notShown: 'This could not be shown',
  notShownAdvice:
    'Something went wrong inside the app. The wall goes on, and the log file says more. Close this and try again.',
  wallFailed: 'The wall has failed',
  beginsAnew:
    'Something went wrong inside the app, so no camera is shown. It begins anew by itself in a few seconds.',
  endsHere:
    'Something went wrong inside the app, so no camera is shown. It has begun anew several times without success. Restart the app; the log file says more.',
  reload: 'Reload',
};
