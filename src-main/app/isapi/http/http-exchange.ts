import { once } from 'node:events';
import http from 'node:http';
import type { Duplex, Readable } from 'node:stream';
import { err, ok, type Result } from '@contract/result.ts';
import { type AnswerBody, readBody } from './answer-body.ts';
import { decodeBody } from './decode-body.ts';
import { type CertificateTrust } from './certificate-trust.ts';
import { openConnection } from './device-connection.ts';
import { type DeviceTarget, hostHeader } from './device-target.ts';
import type { IsapiError } from '../isapi-error.ts';
import { withMendedHead } from './mended-head.ts';
import { interruption, networkError, type NetworkStage } from './network-error.ts';
import { isWholeXml } from '../xml/xml-document.ts';

const UNAUTHORIZED = 401;
const EMPTY: AnswerBody = { bytes: Buffer.alloc(0), breakage: null };

/** One request as it goes over the wire. */
export interface ExchangeRequest {
  readonly method: string;
  /** Path and query string. */
  readonly path: string;
  readonly authorization: string | null;
  /** An XML document, or null for none. */
  readonly body: string | null;
  readonly bodyLimitBytes: number;
  /** The body of a success is not waited for. */
  readonly isLong?: boolean;
}

/** One whole answer, whatever its status. */
export interface ExchangeAnswer {
  readonly status: number;
  /** Each WWW-Authenticate header by itself. */
  readonly challenges: readonly string[];
  /** Where a redirect points to; it is never followed. */
  readonly location: string | null;
  /** The body in the encoding that it or its head declares. */
  readonly text: string;
  /** Of the certificate that was accepted; null over plain HTTP. */
  readonly fingerprint: string | null;
  /** Of a long answer, whose text is empty: whoever gets it destroys it. */
  readonly body?: Readable;
}

/** An answer, and whether the login was needed for it. */
export interface HttpAnswer extends ExchangeAnswer {
  readonly isSigned: boolean;
}

/** Asks one question over one connection and leaves nothing open but a long answer. The caller's signal is the only clock: it must end some time. */
export async function exchange(
  target: DeviceTarget,
  trust: CertificateTrust,
  request: ExchangeRequest,
  signal: AbortSignal,
): Promise<Result<ExchangeAnswer, IsapiError>> {
  const connection = await openConnection(target, trust, signal);
  if (!connection.ok) return connection;
  const { socket, fingerprint } = connection.value;
  let stage: NetworkStage = 'request';
  let isOpen = false;
  try {
    const outgoing = http.request({
      createConnection: () => withMendedHead(socket),
      // Odd pieces, and signs that no header may hold: safe where one connection carries one answer.
      insecureHTTPParser: true,
      ...{ method: request.method, path: request.path, headers: headersOf(target, request) },
    });
    // What matters is thrown by the awaits below; this catches what comes after the answer.
    outgoing.on('error', () => undefined);
    outgoing.end(request.body ?? undefined);
    const [incoming] = (await once(outgoing, 'response', { signal })) as [http.IncomingMessage];
    if (request.isLong && isSuccess(incoming)) {
      isOpen = true;
      return ok({ ...answerOf(incoming, EMPTY, fingerprint), body: endingWith(incoming, socket) });
    }
    stage = 'answer';
    const body = await readBody(incoming, request.bodyLimitBytes);
    if (body === 'too-large') return err({ kind: 'too-large' });
    const answer = answerOf(incoming, body, fingerprint);
    if (body.breakage === null || isUsable(answer)) return ok(answer);
    throw body.breakage;
  } catch (error) {
    return err(interruption(signal) ?? networkError(error, stage));
  } finally {
    if (!isOpen) socket.destroy();
  }
}

function isSuccess({ statusCode = 0 }: http.IncomingMessage): boolean {
  return statusCode >= 200 && statusCode < 300;
}

/** Destroyed, it takes its connection with it. */
function endingWith(incoming: http.IncomingMessage, socket: Duplex): Readable {
  incoming.on('error', () => undefined);
  incoming.once('close', () => socket.destroy());
  return incoming;
}

function headersOf(target: DeviceTarget, request: ExchangeRequest): http.OutgoingHttpHeaders {
  const headers: http.OutgoingHttpHeaders = {
    Host: hostHeader(target),
    Accept: '*/*',
    // A compressed bomb would be small on the wire.
    'Accept-Encoding': 'identity',
    Connection: 'close',
  };
  if (request.authorization !== null) headers['Authorization'] = request.authorization;
  if (request.body !== null) {
    headers['Content-Type'] = 'application/xml; charset="UTF-8"';
    headers['Content-Length'] = Buffer.byteLength(request.body);
  }
  return headers;
}

function answerOf(
  incoming: http.IncomingMessage,
  { bytes }: AnswerBody,
  fingerprint: string | null,
): ExchangeAnswer {
  return {
    status: incoming.statusCode ?? 0,
    challenges: incoming.headersDistinct['www-authenticate'] ?? [],
    location: incoming.headers.location ?? null,
    text: decodeBody(bytes, incoming.headers['content-type'] ?? ''),
    fingerprint,
  };
}

/** Firmware counts its bytes wrong: a document says by itself whether it is whole, and of a refusal the head is enough. */
function isUsable({ status, text }: ExchangeAnswer): boolean {
  return status === UNAUTHORIZED || isWholeXml(text);
}
