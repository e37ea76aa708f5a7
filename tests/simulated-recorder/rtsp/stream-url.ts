import { parseStreamNumber, type StreamId } from '../stream-id.ts';

/** Live paths as Hikvision spells them; firmware accepts any case, and a track behind the stream's id. */
const LIVE_PATH = /^(?:\/ISAPI)?\/Streaming\/Channels\/(\d+)\/?(?:trackID=\d+)?$/i;

/** Finds the stream that a live URL asks for; the query string (`transportmode=unicast`) does not matter. */
export function parseStreamUrl(url: string): StreamId | undefined {
  const [, number] = LIVE_PATH.exec(pathOf(url)) ?? [];
  return number === undefined ? undefined : parseStreamNumber(Number(number));
}

/** The base that relative control URLs of the session description are resolved against. */
export function contentBase(url: string): string {
  const [withoutQuery = url] = url.split('?');
  return withoutQuery.endsWith('/') ? withoutQuery : `${withoutQuery}/`;
}

function pathOf(url: string): string {
  return URL.canParse(url) ? new URL(url).pathname : '';
}
