import type { IsapiError } from '../../isapi/isapi-error.ts';
import { lockedFor, type LoginRefused } from '../login/device/login-verdict.ts';
import type { ChannelFault } from './channel-state.ts';
import type { SessionEnd } from './event-session.ts';

/** When the channel is opened anew. */
export interface EventChannelTimes {
  /** So long without a byte, and nobody is there: recorders send a heartbeat every 10 s. */
  readonly silenceMs: number;
  /** After a first failure; twice as long after each further one. */
  readonly firstPauseMs: number;
  readonly longestPauseMs: number;
  /** One that listened for so long was good: the next failure is a first one, and a recorder that hangs up then does so by habit. */
  readonly settledMs: number;
  /** Where too many listen. */
  readonly tooManyMs: readonly [least: number, most: number];
  /** Where asking again soon is no use. */
  readonly rarelyMs: number;
}

/** Some recorders hang up every 40 s. */
export const EVENT_CHANNEL_TIMES: EventChannelTimes = {
  silenceMs: 40_000,
  firstPauseMs: 2_000,
  longestPauseMs: 60_000,
  settledMs: 30_000,
  tooManyMs: [2 * 60_000, 5 * 60_000],
  rarelyMs: 60 * 60_000,
};

/** What the end of a session means. */
export type Aftermath =
  | { readonly state: 'silent' | 'refused-too-many' | 'not-supported' }
  | { readonly state: 'failing'; readonly why: ChannelFault };

const JITTER = 0.25;

/** How the channel stands after such an end. */
export function aftermathOf(end: SessionEnd): Aftermath {
  if (end === 'silent') return { state: end };
  if (end === 'closed') return { state: 'failing', why: end };
  switch (end.kind) {
    case 'busy':
      return end.isTooMany === true ? { state: 'refused-too-many' } : failing('busy');
    case 'not-supported':
      return { state: 'not-supported' };
    case 'auth':
    case 'locked':
    case 'no-digest':
      return failing('no-permission');
    case 'unreachable':
    case 'timeout':
    case 'cancelled':
    case 'tls':
      return failing('unreachable');
    case 'https-wanted':
    case 'too-large':
    case 'hostile':
    case 'bad-answer':
      return failing('bad-answer');
  }
}

/** How long to wait then, with some chance in it: recorders that came back together must not be asked together. */
export function pauseAfter(
  { state, ...rest }: Aftermath,
  { failures, times }: { failures: number; times: EventChannelTimes },
): number {
  const [least, most] = times.tooManyMs;
  if (state === 'refused-too-many') return least + Math.random() * (most - least);
  const isHopeless = state === 'not-supported' || ('why' in rest && rest.why === 'no-permission');
  const doubled = times.firstPauseMs * 2 ** Math.min(failures, 20);
  const usual = isHopeless ? times.rarelyMs : Math.min(doubled, times.longestPauseMs);
  return usual * (1 - JITTER + Math.random() * 2 * JITTER);
}

/**
 * What an end says of the login itself; null: nothing by itself.
 * @param isSure the web server has taken this login before: else a 401 may be about this one address
 */
export function refusalIn(end: SessionEnd, isSure: boolean): LoginRefused | null {
  if (typeof end === 'string') return null;
  if (end.kind === 'locked') return lockedFor(end.unlockInMs);
  if (end.kind === 'tls' && end.reason === 'changed-certificate') {
    const { fingerprint, pinnedFingerprint } = end;
    return { state: 'certificate-changed', fingerprint, pinnedFingerprint };
  }
  if (end.kind !== 'auth') return null;
  if (end.reason === 'wrong-password') {
    if (!isSure) return null;
    return { state: 'refused', door: 'web', triesLeft: end.triesLeft };
  }
  return end.reason === 'not-activated' ? { state: 'refused', door: 'web', triesLeft: null } : null;
}

/** Also of a question before it: whether asking for the channel itself is of use. */
export function isAboutDevice(error: IsapiError): boolean {
  const { kind } = error;
  if (kind === 'auth' && error.reason === 'no-permission') return false;
  return kind !== 'not-supported' && kind !== 'bad-answer' && kind !== 'busy';
}

function failing(why: ChannelFault): Aftermath {
  return { state: 'failing', why };
}
