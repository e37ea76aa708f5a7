import { z } from 'zod';
import { plainlyTyped } from './unseen-signs.ts';

/** An address as somebody may have copied it from a browser; what it does not say is null. */
export interface DeviceAddress {
  host: string;
  port: number | null;
  /** Null: no scheme, or one that is not HTTP. */
  isHttps: boolean | null;
  isRtsp: boolean;
}

const HIGHEST_PORT = 65_535;
/** Underscores are no part of host names by RFC 1123, and many local networks have them all the same. */
const HOST_NAME =
  /^(?=.{1,253}$)[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?(\.[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?)*$/i;
const ONLY_DIGITS_AND_DOTS = /^[\d.]+$/;
/** RFC 4007, section 11: an address that is good on one network card only, with that card's name. */
const ZONE = /^(?<address>fe80:[\da-f:.]+)%(?<zone>[\w.-]{1,32})$/i;
const PASTED =
  /^(?:(?<scheme>https?|rtsp):\/\/)?(?:\[(?<six>[^\]\s]+)\]|(?<host>[^\s/?#@:[\]]+))(?::(?<port>\d{1,5}))?(?:[/?#]\S*)?$/i;

/** A host name or IP address as the app keeps it: in lower case, without brackets and final dot, letters beyond ASCII as DNS writes them. Null: it is none. */
export function readHost(text: string): string | null {
  const bare = plainlyTyped(text)
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/\.$/, '');
  if (z.ipv6().safeParse(bare).success) return bare.toLowerCase();
  const { address, zone } = ZONE.exec(bare)?.groups ?? {};
  if (address !== undefined && zone !== undefined) {
    // Names of network cards may differ in case alone.
    return z.ipv6().safeParse(address).success ? `${address.toLowerCase()}%${zone}` : null;
  }
  const host = toAscii(bare).toLowerCase();
  const isName = HOST_NAME.test(host) && !ONLY_DIGITS_AND_DOTS.test(host);
  return isName || z.ipv4().safeParse(host).success ? host : null;
}

/** Takes a pasted address apart, whatever of scheme, port and page is with it; null when there is no host in it, or a user, who has a field. */
export function readAddress(text: string): DeviceAddress | null {
  const pasted = plainlyTyped(text);
  // Without brackets, an IPv6 address looks like a host with a port.
  const plain = readHost(pasted);
  if (plain !== null) return { host: plain, port: null, isHttps: null, isRtsp: false };
  const groups = PASTED.exec(pasted)?.groups;
  const host = readHost(unescapedZone(groups?.['six']) ?? groups?.['host'] ?? '');
  if (groups === undefined || host === null) return null;
  const port = groups['port'] === undefined ? null : Number(groups['port']);
  if (port !== null && (port < 1 || port > HIGHEST_PORT)) return null;
  const scheme = groups['scheme']?.toLowerCase();
  const isHttps = scheme === 'https' ? true : scheme === 'http' ? false : null;
  return { host, port, isHttps, isRtsp: scheme === 'rtsp' };
}

/** Both Node and browsers have it; the contract is compiled for neither. */
declare const URL: {
  new (text: string): { readonly hostname: string };
  canParse: (text: string) => boolean;
};

/** A zone's percent sign is written %25 in a URL (RFC 6874). */
export function unescapedZone(six: string | undefined): string | undefined {
  return six?.replace('%25', '%');
}

/** Letters beyond ASCII as DNS writes them. */
function toAscii(host: string): string {
  // ASCII stays as it was typed: a URL would read 1.2.3 as 1.2.0.3.
  if (!/[^\p{ASCII}]/u.test(host) || /[\s/?#@:%\\]/.test(host)) return host;
  if (host.split('.').some((label) => isMixed(label))) return host;
  const url = `http://${host}/`;
  return URL.canParse(url) ? new URL(url).hostname : host;
}

/** Letters that look like Latin ones among Latin ones: another name than it seems. */
function isMixed(label: string): boolean {
  return /\p{Script=Latin}/u.test(label) && /\p{Script=Cyrillic}|\p{Script=Greek}/u.test(label);
}
