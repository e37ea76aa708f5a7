import { randomBytes } from 'node:crypto';
import net from 'node:net';
import { chooseChallenge, type DigestChallenge } from '../isapi/digest-challenge.ts';
import { digestAuthorization } from '../isapi/digest-answer.ts';
import type { RtspTarget } from '../nvr/rtsp-url.ts';

const ANSWER_TIMEOUT_MS = 5_000;
const HEAD_LIMIT_BYTES = 16 * 1024;
const HEAD_END = '\r\n\r\n';
const UNAUTHORIZED = 401;
const CLIENT_NONCE_BYTES = 8;

/** How a DESCRIBE ended. */
export type RtspAnswer =
  /** The status it was answered with; a login was sent if one was asked for and there is one. */
  | { kind: 'answered'; status: number }
  /** The login was sent once and refused: one failed login was spent. */
  | { kind: 'refused' }
  /** A login is wanted, but none was sent: there is none, or only Basic is offered. */
  | { kind: 'no-digest' }
  | { kind: 'unreachable' };

interface RtspHead {
  status: number;
  challenges: string[];
}

/**
 * Asks for one stream by RTSP DESCRIBE, unsigned first, as RFC 7616 clients do: a wrong password costs exactly one failed login,
 * and a server that asks for none gets none. Without a user name nothing is ever signed.
 */
export async function describeStream(
  target: RtspTarget,
  path: string,
  signal: AbortSignal,
): Promise<RtspAnswer> {
  if (signal.aborted) return { kind: 'unreachable' };
  const socket = net.connect({ host: target.host, port: target.rtspPort });
  // Between the two questions nobody else listens, and an unheard error would end the app.
  socket.on('error', () => undefined);
  const timeout = AbortSignal.any([signal, AbortSignal.timeout(ANSWER_TIMEOUT_MS)]);
  const end = (): void => void socket.destroy();
  timeout.addEventListener('abort', end, { once: true });
  try {
    const uri = urlWithoutLogin(target, path);
    const open = await ask(socket, describeRequest(uri, 1, null));
    if (open.status !== UNAUTHORIZED) return { kind: 'answered', status: open.status };
    const challenge = target.username === '' ? null : chooseChallenge(open.challenges);
    if (challenge === null) return { kind: 'no-digest' };
    const signed = await ask(socket, describeRequest(uri, 2, sign(challenge, target, uri)));
    if (signed.status === UNAUTHORIZED) return { kind: 'refused' };
    return { kind: 'answered', status: signed.status };
  } catch {
    return { kind: 'unreachable' };
  } finally {
    timeout.removeEventListener('abort', end);
    socket.destroy();
  }
}

function urlWithoutLogin({ host, rtspPort }: RtspTarget, path: string): string {
  return `rtsp://${host.includes(':') ? `[${host}]` : host}:${rtspPort}${path}`;
}

function sign(challenge: DigestChallenge, target: RtspTarget, uri: string): string {
  const clientNonce = randomBytes(CLIENT_NONCE_BYTES).toString('hex');
  return digestAuthorization(challenge, target, { method: 'DESCRIBE', uri, count: 1, clientNonce });
}

function describeRequest(uri: string, sequence: number, authorization: string | null): string {
  const lines = [
    `DESCRIBE ${uri} RTSP/1.0`,
    `CSeq: ${sequence}`,
    'Accept: application/sdp',
    ...(authorization === null ? [] : [`Authorization: ${authorization}`]),
  ];
  return lines.join('\r\n') + HEAD_END;
}

/** Sends a request and reads the head of its answer. Rejects when the connection ends or the head is no RTSP. */
function ask(socket: net.Socket, request: string): Promise<RtspHead> {
  return new Promise((resolve, reject) => {
    let text = '';
    const settle = (act: () => void): void => {
      socket.off('data', onData).off('error', onEnd).off('close', onEnd);
      act();
    };
    const onEnd = (): void => settle(() => reject(new Error('the connection ended')));
    const onData = (chunk: Buffer): void => {
      text += chunk.toString('latin1');
      const end = text.indexOf(HEAD_END);
      const head = end < 0 ? null : parseRtspHead(text.slice(0, end));
      if (head !== null) settle(() => resolve(head));
      else if (end >= 0 || text.length > HEAD_LIMIT_BYTES) onEnd();
    };
    socket.on('data', onData).on('error', onEnd).on('close', onEnd);
    socket.write(request);
  });
}

/** Reads status and challenges from the head of an RTSP answer; null when it is none. */
export function parseRtspHead(head: string): RtspHead | null {
  const [statusLine = '', ...lines] = head.split('\r\n');
  const status = /^RTSP\/1\.\d (\d{3})/.exec(statusLine)?.[1];
  if (status === undefined) return null;
  const challenges = lines.flatMap((line) => /^www-authenticate:\s*(.+)$/i.exec(line)?.[1] ?? []);
  return { status: Number(status), challenges };
}
