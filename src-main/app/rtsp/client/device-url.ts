import { asBytes } from '../wire/rtsp-text.ts';

const RTSP_PORT = 554;

/** Where a device is asked. */
export interface DeviceAddress {
  readonly host: string;
  readonly port: number;
}

/** The URL of a stream without a login, with nothing in it that would end the request line. What is encoded already stays so. */
export function deviceUrl({ host, port }: DeviceAddress, path: string): string {
  const shownHost = host.includes(':') ? `[${host}]` : host;
  const safePath = asBytes(path).replaceAll(
    /[^!-~]/g,
    (byte) => `%${byte.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
  return `rtsp://${shownHost}:${port}${safePath}`;
}

/** An absolute address with a host in it, and the login that some devices repeat there. */
const ABSOLUTE = /^(rtsps?:\/\/)(?:[^/?#]*@)?(?=[^/?#])/i;

/** What relative control URLs begin with (RFC 2326, C.1.1). A base that is no RTSP URL is passed over. */
export function baseUrl(candidates: readonly (string | null)[], requested: string): string {
  const told = candidates.find((each) => each !== null && ABSOLUTE.test(each)) ?? requested;
  return told.replace(ABSOLUTE, '$1');
}

/** The URL of a track or of the whole presentation. Joined as text: queries are part of the base on many devices. */
export function controlUrl(base: string, control: string | null): string {
  if (control === null || control === '' || control === '*') return base;
  if (ABSOLUTE.test(control)) return control.replace(ABSOLUTE, '$1');
  return `${base.replace(/\/$/, '')}/${control.replace(/^\//, '')}`;
}

/**
 * Where a redirect of the device at `from` leads (RFC 2326, 11.3), or null if that is no RTSP address. A path alone is one of the same
 * device. A login in it is left out.
 */
export function redirectTarget(
  location: string,
  from: DeviceAddress,
): (DeviceAddress & { path: string }) | null {
  if (/^\/(?!\/)/.test(location)) return { host: from.host, port: from.port, path: location };
  const [, host, port, path] =
    /^rtsp:\/\/(?:[^/?#]*@)?(\[[^\]]+\]|[^/:?#]+)(?::(\d+))?([/?].*)?$/i.exec(location) ?? [];
  if (host === undefined) return null;
  return {
    host: host.replace(/^\[|\]$/g, ''),
    port: port === undefined ? RTSP_PORT : Number(port),
    path: path ?? '/',
  };
}
