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

/** The names of all streams go2rtc knows. */
export async function streamNames(client: Go2rtcClient): Promise<string[]> {
  const response = await askGo2rtc(client, '/api/streams');
  return Object.keys((await response.json()) as Record<string, unknown>).sort();
}

/** What go2rtc names the streams of a recorder with so many channels. */
export function namesOf(nvrId: number, channels: number): string[] {
  return Array.from({ length: channels }, (_, index) => [
    `nvr${nvrId}-ch${index + 1}-main`,
    `nvr${nvrId}-ch${index + 1}-sub`,
  ])
    .flat()
    .sort();
}
