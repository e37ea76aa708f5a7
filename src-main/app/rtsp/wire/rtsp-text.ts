const VERSION = 'RTSP/1.0';

/** Header fields in the order in which they are sent; a null value leaves its field out. */
export type SentHeaders = Readonly<Record<string, string | number | null>>;

/** Writes a request (RFC 2326, 6). Texts are bytes as Latin-1, like those of `RtspAnswerHead`. */
export function requestText(method: string, url: string, headers: SentHeaders): Buffer {
  return Buffer.from(`${method} ${url} ${VERSION}\r\n${headerText(headers)}\r\n`, 'latin1');
}

/** Writes an answer (RFC 2326, 7) to a request with this CSeq. */
export function answerText(
  status: number,
  cseq: string | null,
  headers: SentHeaders = {},
  body = '',
): Buffer {
  const length = body === '' ? null : Buffer.byteLength(body, 'latin1');
  const all = { CSeq: cseq, ...headers, 'Content-Length': length };
  const reason = status === 200 ? 'OK' : 'Failed';
  return Buffer.from(`${VERSION} ${status} ${reason}\r\n${headerText(all)}\r\n${body}`, 'latin1');
}

/** Text as the bytes of its UTF-8, one character each: what the functions here and Digest take. */
export function asBytes(text: string): string {
  return Buffer.from(text, 'utf8').toString('latin1');
}

function headerText(headers: SentHeaders): string {
  return Object.entries(headers)
    .flatMap(([name, value]) => (value === null ? [] : `${name}: ${value}\r\n`))
    .join('');
}
