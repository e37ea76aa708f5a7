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

/** What one RTSP login taught. */
export type RtspLogin = 'accepted' | 'refused' | 'unreachable';

interface RtspHead {
  status: number;
  challenges: string[];
}

/**
 * Logs in once by RTSP DESCRIBE, for recorders whose web door is closed or unknown to us. It asks unsigned first, as RFC 7616
 * clients do, so a wrong password costs exactly one failed login. Any answer but 401, also "no such channel", proves the login.
 */
export async function checkRtspLogin(
  target: RtspTarget,
  path: string,
  signal: AbortSignal,
): Promise<RtspLogin> {
  if (signal.aborted) return 'unreachable';
  const socket = net.connect({ host: target.host, port: target.rtspPort });
  // Between the two questions nobody else listens, and an unheard error would end the app.
  socket.on('error', () => undefined);
  const timeout = AbortSignal.any([signal, AbortSignal.timeout(ANSWER_TIMEOUT_MS)]);
  const end = (): void => void socket.destroy();
  timeout.addEventListener('abort', end, { once: true });
  try {
    const uri = urlWithoutLogin(target, path);
    const open = await ask(socket, describeRequest(uri, 1, null));
    if (open.status !== UNAUTHORIZED) return 'accepted';
    const challenge = chooseChallenge(open.challenges);
    // Only Basic is offered: go2rtc would log in by it, and nothing but a try could tell how that ends.
    if (challenge === null) return 'accepted';
    const signed = await ask(socket, describeRequest(uri, 2, sign(challenge, target, uri)));
    return signed.status === UNAUTHORIZED ? 'refused' : 'accepted';
  } catch {
    return 'unreachable';
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
