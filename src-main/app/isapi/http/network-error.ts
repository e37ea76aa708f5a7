import { badAnswer, type IsapiError } from '../isapi-error.ts';

/** How far a call had come when it failed. */
export type NetworkStage = 'connect' | 'handshake' | 'request' | 'answer';

const NO_NAME = new Set(['ENOTFOUND', 'EAI_AGAIN', 'EAI_FAIL', 'EAI_NODATA', 'EAI_NONAME']);
const NO_ROUTE = new Set(['EHOSTUNREACH', 'ENETUNREACH', 'EHOSTDOWN', 'ENETDOWN', 'EADDRNOTAVAIL']);

/** What an aborted signal means; null for one that is not. */
export function interruption(signal: AbortSignal): IsapiError | null {
  if (!signal.aborted) return null;
  const reason: unknown = signal.reason;
  const isLate = reason instanceof Error && reason.name === 'TimeoutError';
  return { kind: isLate ? 'timeout' : 'cancelled' };
}

/** Turns what Node throws into what a person can act on. */
export function networkError(error: unknown, stage: NetworkStage): IsapiError {
  const code = codeOf(error);
  // The operating system's own patience ended before ours.
  if (code === 'ETIMEDOUT') return { kind: 'timeout' };
  if (stage === 'handshake') return { kind: 'tls', reason: 'handshake' };
  if (stage === 'answer' || code.startsWith('HPE_')) return badAnswer('broken-off');
  return { kind: 'unreachable', reason: unreachableBy(code, stage) };
}

function unreachableBy(
  code: string,
  stage: NetworkStage,
): 'closed' | 'broken' | 'no-name' | 'no-route' {
  if (code === 'ECONNREFUSED' && stage === 'connect') return 'closed';
  if (NO_NAME.has(code)) return 'no-name';
  return NO_ROUTE.has(code) ? 'no-route' : 'broken';
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : '';
}
