/** The head of an answer. Texts are bytes read as Latin-1, so that what a server says can be given back to it byte for byte. */
export interface RtspAnswerHead {
  readonly kind: 'answer';
  readonly status: number;
  readonly headers: RtspHeaders;
}

/** The head of a request, as go2rtc sends it, and as some servers send one to their client. */
export interface RtspRequestHead {
  readonly kind: 'request';
  readonly method: string;
  readonly url: string;
  readonly headers: RtspHeaders;
}

/** Header fields by their name in lower case, each with all its values in their order. */
export class RtspHeaders {
  readonly #values = new Map<string, string[]>();

  add(name: string, value: string): void {
    const key = name.toLowerCase();
    this.#values.set(key, [...(this.#values.get(key) ?? []), value]);
  }

  all(name: string): readonly string[] {
    return this.#values.get(name) ?? [];
  }

  first(name: string): string | null {
    return this.all(name)[0] ?? null;
  }
}

/** The reason phrase may be missing, and with it the space before it. */
const STATUS_LINE = /^RTSP\/\d+(?:\.\d+)?\s+(\d{3})(?:\s|$)/i;
const REQUEST_LINE = /^([A-Z_]+)\s+(\S+)\s+RTSP\/\d+(?:\.\d+)?\s*$/;
const HEADER_LINE = /^([^\s:][^:]*?)\s*:\s*(.*?)\s*$/;

/**
 * Reads a head (RFC 2326, 6 and 7) as tolerantly as players do: lines may end with LF alone, lines that are no header are passed over,
 * and a line that begins with a blank goes on with the one before. Null for what is no RTSP.
 */
export function parseHead(text: string): RtspAnswerHead | RtspRequestHead | null {
  const [firstLine = '', ...lines] = text.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/);
  const headers = new RtspHeaders();
  for (const line of lines) {
    const [, name, value] = HEADER_LINE.exec(line) ?? [];
    if (name !== undefined && value !== undefined) headers.add(name, value);
  }
  const status = STATUS_LINE.exec(firstLine)?.[1];
  if (status !== undefined) return { kind: 'answer', status: Number(status), headers };
  const [, method, url] = REQUEST_LINE.exec(firstLine) ?? [];
  if (method === undefined || url === undefined) return null;
  return { kind: 'request', method, url, headers };
}
