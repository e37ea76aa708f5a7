import type { StreamCause } from '@contract/models/playback.ts';

const UNAUTHORIZED = 401;
const SERVER_ERROR = 500;

/** RFC 2326, 11. What is not listed says no more than that it was refused. */
const CAUSES: ReadonlyMap<number, StreamCause> = new Map([
  [UNAUTHORIZED, 'login-refused'],
  [403, 'not-allowed'],
  [404, 'channel-missing'],
  [410, 'channel-missing'],
  [453, 'session-limit'],
  [454, 'session-ended'],
  [461, 'udp-only'],
  [503, 'session-limit'],
]);

/** Why a stream cannot be had. `status` is what the device answered, null without an answer. */
export class StreamFailure extends Error {
  readonly reason: StreamCause;
  readonly status: number | null;

  constructor(reason: StreamCause, status: number | null = null) {
    super(reason);
    this.reason = reason;
    this.status = status;
  }
}

/** What a status other than success means. Recorders that are full answer SETUP and PLAY also with 5xx (Hikvision: 500 from the 55th stream on). */
export function failureOf(method: string, status: number): StreamFailure {
  const known = CAUSES.get(status);
  if (known !== undefined) return new StreamFailure(known, status);
  if (status >= 300 && status < 400) return new StreamFailure('elsewhere', status);
  const isFull = method !== 'DESCRIBE' && status >= SERVER_ERROR;
  return new StreamFailure(isFull ? 'session-limit' : 'rejected', status);
}

/** What Node's socket errors mean. */
export function networkFailure(error: unknown): StreamFailure {
  if (error instanceof StreamFailure) return error;
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ECONNREFUSED') return new StreamFailure('port-closed');
  if (code === 'ETIMEDOUT') return new StreamFailure('no-answer');
  const isLost = code === 'ECONNRESET' || code === 'EPIPE' || code === 'ECONNABORTED';
  return new StreamFailure(isLost ? 'connection-lost' : 'unreachable');
}
