import type { Go2rtcClient } from '../../src-main/app/go2rtc/go2rtc-client.ts';

/** Asks go2rtc's HTTP API; with the token unless told otherwise. */
export function askGo2rtc(
  client: Go2rtcClient,
  path: string,
  init: RequestInit = {},
  authorization: string | null = client.authorization,
): Promise<Response> {
  const base = new URL(client.playbackEndpoint.replace(/^ws/, 'http')).origin;
  const headers = authorization === null ? {} : { Authorization: authorization };
  return fetch(base + path, { ...init, headers });
}
