import { parseStreamNumber, type StreamId } from '../stream-id.ts';

/** Live paths as Hikvision spells them; firmware accepts any case, and a track behind the stream's id. */
const LIVE_PATH = /^(?:\/ISAPI)?\/Streaming\/Channels\/(\d+)\/?(?:trackID=\d+)?$/i;
/** Dahua's live path, where the stream is named by the query and a track stands behind that. */
const DAHUA_LIVE = /\/cam\/realmonitor\?channel=(\d+)&subtype=([01])(?:\/(?:trackID=\d+)?)?$/;
/** A device of no known make, for templates such as /live/{channel}/main. */
const CUSTOM_LIVE = /^\/live\/(\d+)\/(main|sub)\/?(?:trackID=\d+)?$/;

/** Hikvision's path of a recording: the track's number and the span that is asked for, with a track of the description behind that. */
const TRACK_PATH = /^(?:\/ISAPI)?\/Streaming\/tracks\/(\d+)\/?/i;

/** The control attributes of the two tracks, as the session description names them. */
export const VIDEO_TRACK = 'trackID=1';
export const AUDIO_TRACK = 'trackID=2';

/** Finds the stream that a live URL asks for, by Hikvision's paths, Dahua's or our own; Hikvision's query string (`transportmode=unicast`) does not matter. */
export function parseStreamUrl(url: string): StreamId | undefined {
  const [, dahuaChannel, subtype] = DAHUA_LIVE.exec(url) ?? [];
  if (dahuaChannel !== undefined) {
    return { channel: Number(dahuaChannel), stream: subtype === '0' ? 'main' : 'sub' };
  }
  const [, customChannel, stream] = CUSTOM_LIVE.exec(pathOf(url)) ?? [];
  if (customChannel !== undefined) {
    return { channel: Number(customChannel), stream: stream === 'main' ? 'main' : 'sub' };
  }
  const [, number] = LIVE_PATH.exec(pathOf(url)) ?? [];
  return number === undefined ? undefined : parseStreamNumber(Number(number));
}

/** The channel whose recording is asked for; only main streams are recorded. */
export function parseTrackUrl(url: string): number | undefined {
  const [, number] = TRACK_PATH.exec(pathOf(url)) ?? [];
  const id = number === undefined ? undefined : parseStreamNumber(Number(number));
  return id?.stream === 'main' ? id.channel : undefined;
}

/** The base that relative control URLs of the session description are resolved against. */
export function contentBase(url: string): string {
  // Real ones put the track's name behind the query, too.
  if (DAHUA_LIVE.test(url) || TRACK_PATH.test(pathOf(url)))
    return url.endsWith('/') ? url : `${url}/`;
  const [withoutQuery = url] = url.split('?');
  return withoutQuery.endsWith('/') ? withoutQuery : `${withoutQuery}/`;
}

function pathOf(url: string): string {
  return URL.canParse(url) ? new URL(url).pathname : '';
}

/** Whether a SETUP is for the sound, by the track that the session description named. */
export function isAudioTrack(url: string): boolean {
  return url.endsWith(`/${AUDIO_TRACK}`);
}
