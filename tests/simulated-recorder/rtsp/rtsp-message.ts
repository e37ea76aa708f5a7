/** One RTSP request (RFC 2326, 6) with header names in lower case. */
export interface RtspRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: ReadonlyMap<string, string>;
}

/** What stands at the head of the bytes received so far, and how many of them it takes. */
export type RtspInput =
  | { kind: 'incomplete' }
  | { kind: 'malformed' }
  | { kind: 'interleaved'; sizeBytes: number }
  | { kind: 'request'; request: RtspRequest; sizeBytes: number };

/** An answer before it is given its CSeq. */
export interface RtspResponse {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

const MAX_HEAD_BYTES = 16 * 1024;
const MAX_BODY_BYTES = 64 * 1024;
const DOLLAR = 0x24;
const INTERLEAVED_HEADER_BYTES = 4;
const HEAD_END = '\r\n\r\n';
const REQUEST_LINE = /^([A-Z_]+) (\S+) RTSP\/1\.0$/;
const HEADER_LINE = /^([^:\s]+):\s*(.*?)\s*$/;

/** The reason phrases of RFC 2326, 7.1.1 that this recorder uses. */
const REASONS: Readonly<Record<number, string>> = {
  200: 'OK',
  400: 'Bad Request',
  401: 'Unauthorized',
  404: 'Not Found',
  453: 'Not Enough Bandwidth',
  454: 'Session Not Found',
  455: 'Method Not Valid in This State',
  461: 'Unsupported Transport',
  501: 'Not Implemented',
};

/** Looks at the head of a connection's bytes: a client may put RTCP between its requests. */
export function readInput(bytes: Buffer): RtspInput {
  if (bytes.length === 0) return { kind: 'incomplete' };
  if (bytes[0] === DOLLAR) return readInterleaved(bytes);
  const headEnd = bytes.indexOf(HEAD_END);
  if (headEnd === -1) return { kind: bytes.length > MAX_HEAD_BYTES ? 'malformed' : 'incomplete' };
  const request = parseHead(bytes.toString('utf8', 0, headEnd));
  if (request === undefined) return { kind: 'malformed' };
  const bodyBytes = Number(request.headers.get('content-length') ?? 0);
  if (!Number.isInteger(bodyBytes) || bodyBytes < 0 || bodyBytes > MAX_BODY_BYTES) {
    return { kind: 'malformed' };
  }
  const sizeBytes = headEnd + HEAD_END.length + bodyBytes;
  return bytes.length < sizeBytes
    ? { kind: 'incomplete' }
    : { kind: 'request', request, sizeBytes };
}

/** Writes an answer; CSeq comes back as sent, so the client can match it. */
export function formatResponse(response: RtspResponse, cseq: string | undefined): string {
  const { status, headers = {}, body = '' } = response;
  const lines = [`RTSP/1.0 ${status} ${REASONS[status] ?? 'Error'}`];
  if (cseq !== undefined) lines.push(`CSeq: ${cseq}`);
  lines.push(...Object.entries(headers).map(([name, value]) => `${name}: ${value}`));
  if (body !== '') lines.push(`Content-Length: ${Buffer.byteLength(body)}`);
  return `${lines.join('\r\n')}${HEAD_END}${body}`;
}

function readInterleaved(bytes: Buffer): RtspInput {
  if (bytes.length < INTERLEAVED_HEADER_BYTES) return { kind: 'incomplete' };
  const sizeBytes = INTERLEAVED_HEADER_BYTES + bytes.readUInt16BE(2);
  return bytes.length < sizeBytes ? { kind: 'incomplete' } : { kind: 'interleaved', sizeBytes };
}

function parseHead(head: string): RtspRequest | undefined {
  const [requestLine = '', ...headerLines] = head.split('\r\n');
  const [, method, url] = REQUEST_LINE.exec(requestLine) ?? [];
  if (method === undefined || url === undefined) return undefined;
  const headers = new Map<string, string>();
  for (const line of headerLines) {
    const [, name, value] = HEADER_LINE.exec(line) ?? [];
    if (name === undefined || value === undefined) return undefined;
    headers.set(name.toLowerCase(), value);
  }
  return { method, url, headers };
}
