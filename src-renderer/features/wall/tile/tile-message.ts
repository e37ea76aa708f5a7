import type { StreamQuality } from '@contract/models/camera.ts';
import type { PlaybackStatus } from '@contract/models/playback.ts';
import type { SecretsStatus } from '@contract/models/secrets.ts';
import type { NvrLogin } from '@contract/models/nvr-login.ts';
import { text } from '../../../text/catalogue.ts';
import type { OfflineReason, PlayerState } from '../../../player/player-types.ts';
import { causeWords } from './cause-words.ts';
import { missingCodec } from './missing-codec.ts';

/** What a tile adds to its name while it shows another stream than it should; null while it does not. */
export function fallbackText(wanted: StreamQuality, detail: string | null): string | null {
  if (detail === null) return null;
  return text.tile.fallback(wanted, missingCodec(detail));
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

const CONNECTING: TileMessage = {
  ...{ tone: 'calm', icon: 'busy', hint: null },
  title: text.tile.connecting,
};

const SLOW: TileMessage = { ...CONNECTING, hint: text.tile.slow };

const LOGIN_REFUSED = problem('key', text.tile.loginRefused);

/** Of this stream, while the NVR's login counts as accepted: its web door may take what its RTSP door does not. */
const STREAM_REFUSED = problem('key', text.tile.streamRefused);

const KEYCHAIN_LOCKED = problem('key', text.tile.keychainLocked);

/** The tile's text for a state, or null while a live picture speaks for itself. Since when it is so, the tile adds. */
export function tileMessage(state: PlayerState): TileMessage | null {
  switch (state.kind) {
    case 'live':
      return state.everyMs === undefined
        ? null
        : warning(text.tile.frameEvery(seconds(state.everyMs)));
    case 'idle':
      return CONNECTING;
    case 'connecting':
      // The words stay while it is tried again and again.
      if (isWaiting(state.after)) {
        const hint = text.tile.waitingHints[state.after];
        if (state.lastFrameAtMs === null)
          return problem('busy', { title: text.tile.waiting, hint });
        return frozen(hint);
      }
      if (state.after === 'slow' && state.lastFrameAtMs === null) return SLOW;
      if (state.after !== null) return offline(state.after);
      if (state.lastFrameAtMs === null) return CONNECTING;
      return frozen(text.tile.connectingAgain);
    case 'late':
      return warning(text.tile.behind(seconds(state.behindMs)));
    case 'damaged':
      return warning(text.tile.damaged);
    case 'stale':
      return frozen(null);
    case 'still':
      return problem('frozen', text.tile.still);
    case 'offline':
      return offline(state.reason);
    case 'refused':
      return STREAM_REFUSED;
    case 'unsupported':
      return problem('no-video', {
        title: text.tile.unsupported.title(missingCodec(state.detail)),
        hint: text.tile.unsupported.hint,
      });
  }
}

/** What an empty tile says while go2rtc cannot be started, or null. */
export function playbackMessage(playback: PlaybackStatus, state: PlayerState): TileMessage | null {
  if (playback.state !== 'failed' || state.kind !== 'idle') return null;
  return problem('no-video', text.tile.noStreaming);
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
      return problem('offline', causeWords('unreachable'));
    case 'refused':
      return login.door === 'web' ? LOGIN_REFUSED : STREAM_REFUSED;
    case 'locked':
      return problem('lock', {
        title: text.tile.accountLocked.title,
        hint: text.tile.accountLocked.hint(minutes(login.untilMs - nowMs)),
      });
    case 'certificate-changed':
      return problem('shield', text.tile.certificateChanged);
    case 'no-password':
      return problem('key', text.tile.passwordMissing);
  }
}

function minutes(ms: number): number {
  return Math.max(1, Math.ceil(ms / 60_000));
}

function offline(reason: OfflineReason): TileMessage {
  return problem('offline', causeWords(reason));
}

function frozen(hint: string | null): TileMessage {
  return problem('frozen', { title: text.tile.frozen, hint });
}

function warning(title: string): TileMessage {
  return { tone: 'warning', icon: null, title, hint: null };
}

function problem(icon: TileIcon, said: Pick<TileMessage, 'title' | 'hint'>): TileMessage {
  return { tone: 'problem', icon, ...said };
}

function seconds(ms: number): number {
  return Math.max(0, Math.round(ms / 1000));
}

/** Its stream is open: what it waits for has words of its own. */
function isWaiting(after: OfflineReason | null): after is keyof typeof text.tile.waitingHints {
  return after !== null && after in text.tile.waitingHints;
}
