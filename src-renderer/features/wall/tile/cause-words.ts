import type { OfflineReason } from '../../../player/player-types.ts';

/** What a tile says of a cause: what is the matter, and what it means or what to do next. */
export interface CauseWords {
  title: string;
  hint: string;
}

const NO_SIGNAL = 'Connected, but the NVR sends nothing. Check the camera.';
const FIRST_PICTURE =
  'Connected, waiting for the first picture. A camera with few frames may take half a minute.';

const HINTS: Record<OfflineReason, string> = {
  'server-gone': 'The streaming service is restarting.',
  'stream-unknown': 'The streaming service does not have this stream yet.',
  unreachable: 'The NVR cannot be reached. Check its power, network and ports.',
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
  'first-picture': FIRST_PICTURE,
  'no-media': NO_SIGNAL,
  'decode-error': 'The picture cannot be decoded.',
  'too-many-players': 'This window has no room for another picture.',
  unknown: 'The stream could not be opened.',
};

/** Where "Offline" would say something untrue: the device is there. */
const TITLES: Partial<Record<OfflineReason, string>> = {
  'login-missing': 'Login needed',
  'basic-only': 'Login not sent',
  'not-allowed': 'Not allowed',
  'sessions-used': 'Waiting',
  'udp-only': 'UDP only',
  'no-video': 'No video',
  encrypted: 'Encrypted',
  'no-format': 'No picture',
};

/** Said by a tile whose stream is open: its recorder is not offline. */
export const WAITING_HINTS = {
  'no-picture': 'Connected, but no keyframe yet. With H.264+ or H.265+ it may take a minute.',
  'first-picture': FIRST_PICTURE,
  'no-media': NO_SIGNAL,
};

/** The words for why a stream is not there. */
export function causeWords(reason: OfflineReason): CauseWords {
  return { title: TITLES[reason] ?? 'Offline', hint: HINTS[reason] };
}
