import type { StreamQuality } from '@contract/models/camera.ts';
import { SESSIONS_PER_RECORDER } from '@contract/models/playback.ts';

const noSignal = 'Connected, but the NVR sends nothing. Check the camera.';
const firstPicture =
  'Connected, waiting for the first picture. A camera with few frames may take half a minute.';

/** By why a stream is not there: what it means, or what to do next. */
const hints = {
  'server-gone': 'The streaming service is restarting.',
  'stream-unknown': 'The streaming service does not have this stream yet.',
  unreachable: 'The NVR cannot be reached. Check its power, network and ports.',
  'port-closed':
    'Nothing answers at the NVR’s RTSP port. Check the port under Manage, NVRs, and RTSP in the NVR.',
  timeout: 'The NVR does not answer. Check its power and network.',
  slow: 'The NVR answers too slowly. Check its network.',
  'channel-missing': 'The NVR has no such channel, or its camera is off or unplugged.',
  'camera-offline': 'The camera is not connected to the NVR. Check its cable and power.',
  'channel-gone': 'The NVR has no such channel any more. Sync it under Manage, NVRs.',
  'session-limit': 'The NVR refuses more streams.',
  'sessions-used':
    'All streams that this app may have of the NVR are in use. It goes on when one ends.',
  'session-ended': 'The NVR ended the session before the first picture.',
  rejected: 'The NVR refused this stream. Check the channel in its settings.',
  'login-missing': 'It asks for a user and a password. Enter them under Manage, NVRs.',
  'basic-only':
    'It would take the password only in the clear (Basic). Set its RTSP login to Digest, or allow it under Manage, NVRs.',
  'not-allowed': 'This user may not watch this channel. Give it that right in the NVR.',
  'udp-only': 'This camera sends only over UDP. Allow RTSP over TCP in its settings.',
  elsewhere: 'It points to another device, which is not followed. Check its address.',
  'no-video': 'This stream has no video.',
  'bad-answer': 'What the NVR answers cannot be understood. Its firmware may need an update.',
  'connection-lost': 'The connection to the NVR was lost.',
  'refused-here': 'Its login is not accepted at the moment, so it is not asked.',
  encrypted: 'Stream encryption is on at the NVR or the camera. Turn it off there.',
  'no-format': 'Pictures arrive without their format (SPS and PPS). Restart the camera.',
  'no-picture': 'Connected, but no picture arrives. Turn off H.264+ or H.265+ for this channel.',
  'first-picture': firstPicture,
  'no-media': noSignal,
  'decode-error': 'The picture cannot be decoded.',
  'too-many-players': 'This window has no room for another picture.',
  unknown: 'The stream could not be opened.',
};

/** What a tile says while it does not simply show a live picture. */
export const tile = {
  live: 'live',
  connecting: 'Connecting…',
  slow: 'The NVR answers slowly.',
  waiting: 'Waiting for a picture',
  connectingAgain: 'Connecting again…',
  notLive: 'Not live',
  offline: 'Offline',
  frozen: 'Frozen',
  frameEvery: (seconds: number) => `1 frame every ${seconds} s`,
  behind: (seconds: number) => `${seconds} s behind`,
  damaged: 'Picture damaged',
  still: {
    title: 'Picture stands still',
    hint: 'It keeps arriving, but nothing in it changes. Check the camera.',
  },
  unsupported: {
    title: (codec: string | null) => `${codec ?? 'Format'} not supported here`,
    hint: 'Set this channel’s video encoding to H.264 in the NVR (Configuration > Video/Audio).',
  },
  /** Behind the name, while another stream is shown than the one that suits the tile. */
  fallback: (wanted: StreamQuality, codec: string | null) => {
    const [meant, shown] = wanted === 'main' ? ['Main', 'sub'] : ['Sub', 'main'];
    return `${meant}: ${codec ?? 'format'} not supported here, showing ${shown}`;
  },
  noStreaming: { title: 'No live picture', hint: 'The streaming service does not run.' },

  loginRefused: {
    title: 'Login refused',
    hint: 'Nothing more is sent to this NVR. Enter its password anew under Manage, NVRs.',
  },
  /** Of one stream, while the NVR’s login counts as accepted. */
  streamRefused: {
    title: 'Login refused',
    hint: 'The NVR refused it for live pictures (RTSP). Check the user and its rights in the NVR.',
  },
  keychainLocked: {
    title: 'Keychain locked',
    hint: 'It holds this NVR’s password. Unlock it, then press “Try again”.',
  },
  accountLocked: {
    title: 'Account locked',
    hint: (minutes: number) => `The NVR locked it after failed logins: ${minutes} min left.`,
  },
  certificateChanged: {
    title: 'Certificate changed',
    hint: 'Another device may be answering. Review it under Manage, NVRs.',
  },
  passwordMissing: {
    title: 'Password missing',
    hint: 'The keychain has none for this NVR. Enter it under Manage, NVRs.',
  },

  limit: {
    title: `Not shown: limit of ${SESSIONS_PER_RECORDER} streams`,
    hint: `This NVR’s limit of ${SESSIONS_PER_RECORDER} streams is used. Choose a smaller grid.`,
  },
  tooMany: {
    title: 'Not shown: too many pictures',
    hint: 'This window has no room for another picture. Choose a smaller grid, or start the app again.',
  },
  decodingFailed: {
    title: 'Not shown: decoding failed',
    hint: 'This computer may not manage so many pictures at once. Choose a smaller grid.',
  },

  hints,
  /** Where "Offline" would say something untrue: the device is there. */
  titles: {
    'login-missing': 'Login needed',
    'basic-only': 'Login not sent',
    'not-allowed': 'Not allowed',
    'sessions-used': 'Waiting',
    'udp-only': 'UDP only',
    'no-video': 'No video',
    encrypted: 'Encrypted',
    'no-format': 'No picture',
  },
  /** Said by a tile whose stream is open: its NVR is not offline. */
  waitingHints: {
    'no-picture': 'Connected, but no keyframe yet. With H.264+ or H.265+ it may take a minute.',
    'first-picture': firstPicture,
    'no-media': noSignal,
  },

  failed: 'This tile has failed.',
  showAgain: 'Show it again',
  zoomReset: (scale: string) => `Zoom ${scale}, reset`,
  zoomResetTip: 'Reset the zoom (0 or Esc)',
};
