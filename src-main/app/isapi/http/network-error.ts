import { type IsapiError, plainError } from '../isapi-error.ts';

/** How far a call had come when it failed. */
export type NetworkStage = 'connect' | 'handshake' | 'request' | 'answer';

const NO_NAME = new Set(['ENOTFOUND', 'EAI_AGAIN', 'EAI_FAIL', 'EAI_NODATA', 'EAI_NONAME']);
const NO_ROUTE = new Set(['EHOSTUNREACH', 'ENETUNREACH', 'EHOSTDOWN', 'ENETDOWN', 'EADDRNOTAVAIL']);

/** What an aborted signal means; null for one that is not. */
export function interruption(signal: AbortSignal): IsapiError | null {
  if (!signal.aborted) return null;
  const reason: unknown = signal.reason;
  const isLate = reason instanceof Error && reason.name === 'TimeoutError';
  return plainError(isLate ? 'timeout' : 'cancelled');
}

/** Turns what Node throws into what a person can act on. `where` is host and port. */
export function networkError(error: unknown, stage: NetworkStage, where: string): IsapiError {
  const code = codeOf(error);
  // The operating system's own patience ended before ours.
  if (code === 'ETIMEDOUT') return plainError('timeout', `${where} did not answer in time.`);
  if (stage === 'handshake') return handshakeError(where);
  if (stage === 'answer' || code.startsWith('HPE_')) {
    return plainError('bad-answer', `${where} broke off its answer or sent one that is not HTTP.`);
  }
  return { kind: 'unreachable', ...unreachable(code, stage, where) };
}

function unreachable(
  code: string,
  stage: NetworkStage,
  where: string,
): { reason: 'closed' | 'broken' | 'no-name' | 'no-route'; message: string } {
  if (code === 'ECONNREFUSED' && stage === 'connect') {
    return { reason: 'closed', message: `Nothing answers at ${where}: this port is closed.` };
  }
  if (NO_NAME.has(code)) return { reason: 'no-name', message: `The name of ${where} is unknown.` };
  if (NO_ROUTE.has(code)) {
    return { reason: 'no-route', message: `${where} cannot be reached from this network.` };
  }
  return { reason: 'broken', message: `The connection to ${where} broke off.` };
}

function handshakeError(where: string): IsapiError {
  const message = `${where} does not speak HTTPS, or only a version that is too old to be safe.`;
  return { kind: 'tls', reason: 'handshake', message };
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : '';
}
