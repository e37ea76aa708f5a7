import { readHost } from './device-address.ts';

/** An RTSP address in parts. `path` has its query and begins with a slash. */
export interface RtspUrlParts {
  /** Without brackets. */
  host: string;
  port: number;
  path: string;
}

/** RFC 2326, section 3.2. */
const USUAL_PORT = 554;
const HIGHEST_PORT = 65_535;
/** Without user info; fragments are no part of an RTSP address. */
const RTSP_URL =
  /^rtsp:\/\/(?:\[(?<six>[^\]\s]+)\]|(?<host>[^\s/?#@:[\]]+))(?::(?<port>\d{1,5}))?(?<path>\/[^\s#]*)?$/i;

/** Takes an RTSP address apart; null when it is none, or holds user and password, which have fields of their own. */
export function parseRtspUrl(text: string): RtspUrlParts | null {
  const groups = RTSP_URL.exec(text)?.groups;
  // A zone's percent sign is written %25 in a URL (RFC 6874).
  const host = readHost(groups?.['six']?.replace('%25', '%') ?? groups?.['host'] ?? '');
  if (groups === undefined || host === null) return null;
  const port = Number(groups['port'] ?? USUAL_PORT);
  if (port < 1 || port > HIGHEST_PORT) return null;
  return { host, port, path: groups['path'] ?? '/' };
}
