import { once } from 'node:events';
import net from 'node:net';
import tls from 'node:tls';
import type { DeviceTarget } from './device-target.ts';
import type { IsapiError } from '../isapi-error.ts';

const PATIENCE_MS = 2_000;
type Place = Pick<DeviceTarget, 'host' | 'port'>;

/** True if a port shakes hands over TLS. Nothing is asked and no login is sent: only for saying why plain HTTP failed there. */
export async function speaksTls({ host, port }: Place, signal: AbortSignal): Promise<boolean> {
  const socket = tls.connect({ host, port, rejectUnauthorized: false });
  return hears(socket, 'secureConnect', signal, () => true);
}

/** Says of a port that TLS failed at whether it speaks plain HTTP instead: one question without a login. */
export async function explainTls(
  error: IsapiError,
  target: DeviceTarget,
  signal: AbortSignal,
): Promise<IsapiError> {
  const isHandshake = error.kind === 'tls' && error.reason === 'handshake';
  const mayBePlain = target.isHttps && (isHandshake || error.kind === 'timeout');
  if (!mayBePlain || !(await speaksHttp(target, signal))) return error;
  return { kind: 'tls', reason: 'plain-http' };
}

async function speaksHttp({ host, port }: Place, signal: AbortSignal): Promise<boolean> {
  const socket = net.connect({ host, port });
  socket.once('connect', () => socket.write('GET / HTTP/1.0\r\n\r\n'));
  return hears(socket, 'data', signal, (data) => String(data).startsWith('HTTP/'));
}

async function hears(
  socket: net.Socket,
  event: string,
  leaving: AbortSignal,
  judge: (data: unknown) => boolean,
): Promise<boolean> {
  socket.on('error', () => undefined);
  const signal = AbortSignal.any([leaving, AbortSignal.timeout(PATIENCE_MS)]);
  try {
    const closed = once(socket, 'close', { signal }).then(() => null);
    const heard = await Promise.race([once(socket, event, { signal }), closed]);
    return heard !== null && judge(heard[0]);
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
