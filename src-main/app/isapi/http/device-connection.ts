import { once } from 'node:events';
import net from 'node:net';
import { addAbortSignal } from 'node:stream';
import tls from 'node:tls';
import { err, ok, type Result } from '@contract/result.ts';
import { type CertificateTrust, judgeCertificate } from './certificate-trust.ts';
import type { DeviceTarget } from './device-target.ts';
import type { IsapiError } from '../isapi-error.ts';
import { interruption, networkError, type NetworkStage } from './network-error.ts';

/** A socket over which credentials may be sent. */
export interface DeviceConnection {
  readonly socket: net.Socket;
  /** SHA-256 of the device's certificate as colon-separated hex; null over plain HTTP. */
  readonly fingerprint: string | null;
}

/**
 * Opens a connection of our own for each call: only so is the certificate judged before a single byte of the request is written,
 * and no half-dead kept-alive socket of a recorder can spoil a call. The socket dies with the signal.
 */
export async function openConnection(
  target: DeviceTarget,
  trust: CertificateTrust,
  signal: AbortSignal,
): Promise<Result<DeviceConnection, IsapiError>> {
  const socket = startConnecting(target);
  // An error that nobody awaits any more must not end the app.
  socket.on('error', () => undefined);
  addAbortSignal(signal, socket);
  let stage: NetworkStage = 'connect';
  try {
    await once(socket, 'connect', { signal });
    stage = 'handshake';
    if (socket instanceof tls.TLSSocket) await once(socket, 'secureConnect', { signal });
  } catch (error) {
    socket.destroy();
    return err(interruption(signal) ?? networkError(error, stage));
  }
  if (!(socket instanceof tls.TLSSocket)) return ok({ socket, fingerprint: null });
  const fingerprint = socket.getPeerCertificate().fingerprint256;
  const objection = judgeCertificate(fingerprint, trust);
  if (objection === null) return ok({ socket, fingerprint });
  socket.destroy();
  return err(objection);
}

function startConnecting({ host, port, isHttps }: DeviceTarget): net.Socket {
  if (!isHttps) return net.connect({ host, port, noDelay: true });
  // Self-signed is the norm on recorders, so the fingerprint is judged instead of the chain.
  const options = { host, port, noDelay: true, rejectUnauthorized: false };
  return tls.connect(net.isIP(host) === 0 ? { ...options, servername: host } : options);
}
