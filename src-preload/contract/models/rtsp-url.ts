import { readHost, unescapedZone } from './device-address.ts';
import { withoutUnseen } from './unseen-signs.ts';

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
  const groups = RTSP_URL.exec(withoutUnseen(text).trim())?.groups;
  const host = readHost(unescapedZone(groups?.['six']) ?? groups?.['host'] ?? '');
  if (groups === undefined || host === null) return null;
  const port = Number(groups['port'] ?? USUAL_PORT);
  if (port < 1 || port > HIGHEST_PORT) return null;
  return { host, port, path: groups['path'] ?? '/' };
}
