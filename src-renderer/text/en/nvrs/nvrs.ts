import { MAX_CHANNELS } from '@contract/models/nvr.ts';
import { CHANNEL_PLACEHOLDER } from '@contract/models/stream-layout.ts';
import { countOf } from '../../counts.ts';
import { common } from '../common.ts';

const keptHere = 'Kept in this computer’s keychain only.';
const undo = 'For a few seconds this can be undone.';

/** The list of NVRs, adding and editing them. */
export const nvrs = {
  title: 'NVRs',
  empty: 'There is no NVR here.',
  add: 'Add NVR',
  addSingle: 'Add camera by RTSP address',
  askSingle: 'Add camera by RTSP address…',

  actions: (nvr: string) => `Actions for ${nvr}`,
  sync: (nvr: string) => `Sync ${nvr}`,
  syncTip: 'Sync: compare with the NVR’s own list of cameras',
  edit: 'Edit',
  editOf: (nvr: string) => `Edit ${nvr}`,
  newPassword: 'New password',
  askNewPassword: 'New password…',
  newPasswordOf: (nvr: string) => `New password for ${nvr}`,
  askReview: 'Review certificate…',
  disableOf: (nvr: string) => `Disable ${nvr}`,
  disableTip: 'Disable: take its cameras off the wall',
  enableOf: (nvr: string) => `Enable ${nvr}`,
  enableTip: 'Enable: put its cameras on the wall',
  removeOf: (nvr: string) => `Remove ${nvr}`,
  removeQuestion: (nvr: string) => `Remove “${nvr}”?`,
  loss: (cameras: number, hasPassword: boolean) =>
    `Its ${common.cameras(cameras)}${hasPassword ? ' and its stored password' : ''} will be removed. ${undo}`,
  lossOfSingle: (hasPassword: boolean) =>
    `The camera${hasPassword ? ' and its stored password' : ''} will be removed. ${undo}`,
  removed: (nvr: string) => `“${nvr}” removed.`,
  certificateOf: (nvr: string) => `The certificate of “${nvr}” has changed`,
  notNow: 'Not now',
  trustNew: 'Trust the new certificate',
  trust: 'Trust this NVR',

  makes: { dahua: 'Dahua-compatible', custom: 'custom stream addresses' },
  noLogin: 'no login',
  user: (user: string) => `user ${user}`,
  single: 'Single camera',
  disabled: 'Disabled. Nothing is sent to it.',
  asksNoLogin: 'Asks for no login',
  login: {
    accepted: 'Login accepted',
    checking: 'Checking the login…',
    unreachable: 'Cannot be reached',
    refusedByRtsp:
      'Login refused by the NVR’s video port (RTSP). Check this user’s live view rights and the RTSP authentication there.',
    refused: (triesLeft: number | null) => {
      const refused = 'Login refused. Enter the password anew.';
      if (triesLeft === null) return refused;
      if (triesLeft === 0) return `${refused} The NVR allows no more failed logins.`;
      const left = { one: '# more failed login', other: '# more failed logins' };
      return `${refused} The NVR allows ${countOf(triesLeft, left)}.`;
    },
    locked: (clock: string) => `Account locked until ${clock}`,
    certificateChanged: 'Certificate changed. Nothing is sent until it is reviewed.',
    missing: {
      missing: 'No password in the keychain. Enter it anew.',
      'never-given': 'No password yet. Enter it.',
      'another-address': 'This NVR has another address than before. Enter its password anew.',
    },
  },

  fields: {
    name: 'Name',
    nameHint: 'As guards call it, for example “Warehouse”.',
    nameIsOptional: 'Empty: the name it gives itself.',
    address: 'Address',
    addressHint: 'IP address or host name.',
    rtspPort: 'RTSP port',
    rtspPortHint: 'Usually 554.',
    https: 'HTTPS',
    httpsPort: 'HTTPS port',
    httpsPortHint: 'Usually 443.',
    httpPort: 'HTTP port',
    httpPortHint: 'Usually 80.',
    user: 'User',
    userHint: 'A user with live view rights is enough.',
    userIsOptional: 'Empty: no login.',
    password: 'Password',
    passwordHint: keptHere,
    passwordStays: 'Empty: the stored password stays.',
    unchanged: 'unchanged',
    basic: 'Unencrypted login',
    basicAbout:
      'Allow it where the device takes no other (Basic): whoever listens on the network can then read the password.',
    vendor: 'Stream addresses',
    vendorHint: 'How the device names its streams.',
    vendors: {
      hikvision: 'Hikvision-compatible',
      dahua: 'Dahua-compatible',
      custom: 'Custom',
    },
    maxChannels: 'Max channels',
    maxChannelsHint: `1 to ${MAX_CHANNELS}.`,
    mainPath: 'Main stream path',
    mainPathHint: 'The address after the port.',
    mainTemplateHint: `The address after the port; ${CHANNEL_PLACEHOLDER} stands for the number.`,
    subPath: 'Sub stream path',
    subPathHint: 'Empty: the camera has no sub stream.',
    subTemplateHint: 'Empty: the cameras have no sub stream.',
  },
  singleFields: {
    name: { label: 'Name', hint: 'As guards call it, for example “Gate”.' },
    mainUrl: {
      label: 'RTSP address',
      hint: 'For example rtsp://192.168.1.20:554/live/main. A login in it goes to the fields below.',
    },
    subUrl: {
      label: 'RTSP address of the sub stream',
      hint: 'Empty: the camera has no sub stream.',
    },
    username: { label: 'User', hint: 'Empty: the camera asks for no login.' },
    password: { label: 'Password', hint: keptHere },
  },

  connect: 'Connect',
  connectNote: 'Connect logs in once and lists the cameras. Nothing is stored before you say so.',
  byPattern: 'Add by pattern…',
  byPatternInstead: 'Add by channel pattern instead',
  patternNote: 'Channels 1 to this number are added unseen.',
  byList: 'Read the list from the NVR…',
  bySingle: 'Single camera…',
  scan: 'Check which channels answer',
  scanNow: 'Check channels',
  scanNote: 'The login is checked once, then each channel is asked for its streams.',
  scanLogin: 'Checking the login…',
  scanned: (checked: number, total: number) => `${checked} of ${total} channels checked`,
  scanProgress: 'Channels checked',
  channels: 'Channels',
  chosenChannels: (chosen: number, all: number) => `${chosen} of ${all} channels`,
  channel: (channel: number) => `Channel ${channel}`,
  answers: 'answers',
  noAnswer: 'no answer',
  useHttps: 'Use HTTPS',

  addCameras: (count: number) => `Add ${common.cameras(count)}`,
  added: (nvr: string, cameras: number) => `“${nvr}” added with ${common.cameras(cameras)}.`,
  device: { model: 'Model', serial: 'Serial', firmware: 'Firmware', unknown: 'not told' },
  otherPort: (told: number, typed: string) =>
    `The NVR says its RTSP port is ${told}; ${typed} was typed.`,
  usePort: (port: number) => `Use ${port}`,

  editTitle: (nvr: string) => `Edit “${nvr}”`,
  test: 'Test connection',
  works: 'The connection works',
  unnamed: 'The NVR does not say what it is.',
  onItsList: (cameras: number) => `${common.cameras(cameras)} on its list.`,
};
