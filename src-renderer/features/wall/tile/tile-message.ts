import type { StreamQuality } from '@contract/models/camera.ts';
import type { PlaybackStatus } from '@contract/models/playback.ts';
import type { SecretsStatus } from '@contract/models/secrets.ts';
import type { NvrLogin } from '@contract/models/nvr-login.ts';
import type { OfflineReason, PlayerState } from '../../../player/player-types.ts';
import { causeWords, WAITING_HINTS } from './cause-words.ts';
import { missingCodec } from './missing-codec.ts';

/** What a tile adds to its name while it shows another stream than it should; null while it does not. */
export function fallbackText(wanted: StreamQuality, detail: string | null): string | null {
  if (detail === null) return null;
  const [meant, shown] = wanted === 'main' ? ['Main', 'sub'] : ['Sub', 'main'];
  return `${meant}: ${missingCodec(detail) ?? 'format'} not supported here, showing ${shown}`;
}

/** The picture beside the words, legible before they are. */
export type TileIcon = 'busy' | 'key' | 'shield' | 'lock' | 'no-video' | 'offline' | 'frozen';

/** What a tile says when it does not simply show a live picture. */
export interface TileMessage {
  tone: 'calm' | 'warning' | 'problem';
  icon: TileIcon | null;
  title: string;
  /** What it means or what to do next. */
  hint: string | null;
}

const CONNECTING: TileMessage = { tone: 'calm', icon: 'busy', title: 'Connecting…', hint: null };

const SLOW: TileMessage = { ...CONNECTING, hint: 'The NVR answers slowly.' };

const LOGIN_REFUSED = problem(
  'key',
  'Login refused',
  'Nothing more is sent to this NVR. Enter its password anew under Manage, NVRs.',
);

/** Of this stream, while the NVR's login counts as accepted: its web door may take what its RTSP door does not. */
const STREAM_REFUSED = problem(
  'key',
  'Login refused',
  'The NVR refused it for live pictures (RTSP). Check the user and its rights in the NVR.',
);

const KEYCHAIN_LOCKED = problem(
  'key',
  'Keychain locked',
  'It holds this NVR’s password. Unlock it, then press “Try again”.',
);

/** The tile's text for a state, or null while a live picture speaks for itself. Since when it is so, the tile adds. */
export function tileMessage(state: PlayerState): TileMessage | null {
  switch (state.kind) {
    case 'live':
      return state.everyMs === undefined
        ? null
        : warning(`1 frame every ${seconds(state.everyMs)} s`);
    case 'idle':
      return CONNECTING;
    case 'connecting':
      // The words stay while it is tried again and again.
      if (isWaiting(state.after)) {
        const hint = WAITING_HINTS[state.after];
        if (state.lastFrameAtMs === null) return problem('busy', 'Waiting for a picture', hint);
        return frozen(hint);
      }
      if (state.after === 'slow' && state.lastFrameAtMs === null) return SLOW;
      if (state.after !== null) return offline(state.after);
      if (state.lastFrameAtMs === null) return CONNECTING;
      return frozen('Connecting again…');
    case 'late':
      return warning(`${seconds(state.behindMs)} s behind`);
    case 'damaged':
      return warning('Picture damaged');
    case 'stale':
      return frozen(null);
    case 'still':
      return problem(
        'frozen',
        'Picture stands still',
        'It keeps arriving, but nothing in it changes. Check the camera.',
      );
    case 'offline':
      return offline(state.reason);
    case 'refused':
      return STREAM_REFUSED;
    case 'unsupported':
      return problem(
        'no-video',
        `${missingCodec(state.detail) ?? 'Format'} not supported here`,
        'Set this channel’s video encoding to H.264 in the NVR (Configuration > Video/Audio).',
      );
  }
}

/** What an empty tile says while go2rtc cannot be started, or null. */
export function playbackMessage(playback: PlaybackStatus, state: PlayerState): TileMessage | null {
  if (playback.state !== 'failed' || state.kind !== 'idle') return null;
  return problem('no-video', 'No live picture', 'The streaming service does not run.');
}

/** What a tile says while its recorder may not be asked for pictures, or null when it may. */
export function loginMessage(
  login: NvrLogin,
  secrets: SecretsStatus,
  nowMs: number,
): TileMessage | null {
  switch (login.state) {
    case 'accepted':
      return null;
    case 'checking':
      return secrets.state === 'available' ? CONNECTING : KEYCHAIN_LOCKED;
    case 'unreachable':
      return problem('offline', 'Offline', causeWords('unreachable').hint);
    case 'refused':
      return login.door === 'web' ? LOGIN_REFUSED : STREAM_REFUSED;
    case 'locked':
      return problem(
        'lock',
        'Account locked',
        `The NVR locked it after failed logins: ${minutes(login.untilMs - nowMs)} min left.`,
      );
    case 'certificate-changed':
      return problem(
        'shield',
        'Certificate changed',
        'Another device may be answering. Review it under Manage, NVRs.',
      );
    case 'no-password':
      return problem(
        'key',
        'Password missing',
        'The keychain has none for this NVR. Enter it under Manage, NVRs.',
      );
  }
}

function minutes(ms: number): number {
  return Math.max(1, Math.ceil(ms / 60_000));
}

function offline(reason: OfflineReason): TileMessage {
  const { title, hint } = causeWords(reason);
  return problem('offline', title, hint);
}

function frozen(hint: string | null): TileMessage {
  return problem('frozen', 'Frozen', hint);
}

function warning(title: string): TileMessage {
  return { tone: 'warning', icon: null, title, hint: null };
}

function problem(icon: TileIcon, title: string, hint: string | null): TileMessage {
  return { tone: 'problem', icon, title, hint };
}

function seconds(ms: number): number {
  return Math.max(0, Math.round(ms / 1000));
}

/** Its stream is open: what it waits for has words of its own. */
function isWaiting(after: OfflineReason | null): after is keyof typeof WAITING_HINTS {
  return after !== null && after in WAITING_HINTS;
}
