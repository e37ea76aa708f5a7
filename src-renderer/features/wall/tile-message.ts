import type { PlaybackStatus } from '@contract/models/playback.ts';
import type { NvrLogin } from '@contract/models/nvr-login.ts';
import type { OfflineReason, PlayerState } from '../../player/player-types.ts';

/** What a tile says when it does not simply show a live picture. */
export interface TileMessage {
  tone: 'calm' | 'warning' | 'problem';
  title: string;
  /** What it means or what to do next. */
  hint: string | null;
}

const CONNECTING: TileMessage = { tone: 'calm', title: 'Connecting…', hint: null };

const LOGIN_REFUSED: TileMessage = {
  tone: 'problem',
  title: 'Login refused',
  hint: 'Nothing more is sent to this NVR. Enter its password anew under NVRs.',
};

const OFFLINE_HINTS: Record<OfflineReason, string> = {
  'server-gone': 'The streaming service is restarting.',
  'stream-unknown': 'Its password may be missing from the keychain.',
  unreachable: 'The NVR cannot be reached. Check its power and network.',
  timeout: 'The NVR does not answer. Check its power and network.',
  'channel-missing': 'The NVR has no such channel.',
  'session-limit': 'The NVR refuses more streams.',
  rejected: 'The NVR refused: no such channel, or too many streams.',
  'connection-lost': 'The connection to the NVR was lost.',
  'no-picture': 'Connected, but no picture arrives.',
  'decode-error': 'The picture cannot be decoded.',
  unknown: 'The stream could not be opened.',
};

/** The tile's text for a state, or null while a live picture speaks for itself. `nowMs` is Date.now(). */
export function tileMessage(state: PlayerState, nowMs: number): TileMessage | null {
  switch (state.kind) {
    case 'live':
      return null;
    case 'idle':
      return CONNECTING;
    case 'connecting':
      if (state.lastFrameAtMs === null) return CONNECTING;
      return frozen(nowMs - state.lastFrameAtMs, 'Connecting again…');
    case 'late':
      return { tone: 'warning', title: `${seconds(state.behindMs)} s behind`, hint: null };
    case 'stale':
      return frozen(nowMs - state.lastFrameAtMs, null);
    case 'offline':
      return offline(state, nowMs);
    case 'refused':
      return LOGIN_REFUSED;
    case 'unsupported':
      return {
        tone: 'problem',
        title: 'Format not supported',
        hint: 'Set this channel to H.264 in the NVR’s video settings.',
      };
  }
}

/** What an empty tile says while go2rtc cannot be started, or null. */
export function playbackMessage(playback: PlaybackStatus, state: PlayerState): TileMessage | null {
  if (playback.state !== 'failed' || state.kind !== 'idle') return null;
  return { tone: 'problem', title: 'No live picture', hint: 'The streaming service does not run.' };
}

/** What a tile says while its recorder may not be asked for pictures, or null when it may. */
export function loginMessage(login: NvrLogin, nowMs: number): TileMessage | null {
  switch (login.state) {
    case 'accepted':
      return null;
    case 'checking':
      return CONNECTING;
    case 'unreachable':
      return { tone: 'problem', title: 'Offline', hint: OFFLINE_HINTS.unreachable };
    case 'refused':
      return LOGIN_REFUSED;
    case 'locked':
      return {
        tone: 'problem',
        title: 'Account locked',
        hint: `The NVR locked it after failed logins: ${minutes(login.untilMs - nowMs)} min left.`,
      };
    case 'no-password':
      return {
        tone: 'problem',
        title: 'Password missing',
        hint: 'The keychain has none for this NVR. Enter it under NVRs.',
      };
  }
}

function minutes(ms: number): number {
  return Math.max(1, Math.ceil(ms / 60_000));
}

function offline(state: Extract<PlayerState, { kind: 'offline' }>, nowMs: number): TileMessage {
  const hint = OFFLINE_HINTS[state.reason];
  if (state.lastFrameAtMs === null) return { tone: 'problem', title: 'Offline', hint };
  return {
    ...frozen(nowMs - state.lastFrameAtMs, hint),
    title: `Offline ${age(nowMs - state.lastFrameAtMs)}`,
  };
}

function frozen(ageMs: number, hint: string | null): TileMessage {
  return { tone: 'problem', title: `Frozen ${age(ageMs)}`, hint };
}

function seconds(ms: number): number {
  return Math.max(0, Math.round(ms / 1000));
}

/** 12 s, 3 min, 5 h: as coarse as a person needs. */
function age(ms: number): string {
  const total = seconds(ms);
  if (total < 60) return `${total} s`;
  if (total < 3_600) return `${Math.floor(total / 60)} min`;
  return `${Math.floor(total / 3_600)} h`;
}
