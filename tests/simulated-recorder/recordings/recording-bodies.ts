import type { RecorderPorts } from '../isapi/device-bodies.ts';
import { ISAPI_ROOT, toXml } from '../isapi/xml.ts';
import type { RecorderState } from '../recorder-state.ts';
import type { FootageSpan } from './simulated-footage.ts';
import type { SearchPage } from './simulated-search.ts';

/** Nobody listens there from outside, yet devices tell it. */
const WRONG_PORT = 80;
const WRONG_HOST = '192.0.2.64';

/** Body of an answered search; without matches its list holds a blank. */
export function searchResult(
  state: RecorderState,
  ports: RecorderPorts,
  { track, page, body }: { track: number; page: SearchPage; body: string },
): string {
  const { spans, isMore, matches } = page;
  const items = spans.map((span) => ({
    sourceID: '{0000000000-0000-0000-0000-000000000000}',
    trackID: track,
    timeSpan: timesOf(state, span),
    mediaSegmentDescriptor: {
      contentType: 'video',
      codecType: state.search.codec,
      playbackURI: playbackUri(state, ports, track, span),
    },
  }));
  const found = items.length === 0 ? 'NO MATCHES' : 'OK';
  return toXml({
    CMSearchResult: {
      ...ISAPI_ROOT,
      searchID: /<searchID>([^<]+)/.exec(body)?.[1],
      responseStatus: true,
      responseStatusStrg: isMore ? 'MORE' : found,
      numOfMatches: matches,
      matchList: items.length === 0 ? ' ' : { searchMatchItem: items },
    },
  });
}

/** Body of a month's calendar, its days by the digits that recordings have. */
export function dailyDistribution(
  { year, month }: { year: number; month: number },
  hasFootage: (fromMs: number, toMs: number) => boolean,
): string {
  const length = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const day = Array.from({ length }, (_, index) => ({
    id: index + 1,
    dayOfMonth: index + 1,
    record: hasFootage(Date.UTC(year, month - 1, index + 1), Date.UTC(year, month - 1, index + 2)),
    recordType: 'time',
  }));
  return toXml({ trackDailyDistribution: { ...ISAPI_ROOT, dayList: { day } } });
}

function timesOf({ recordings }: RecorderState, { fromMs, toMs }: FootageSpan) {
  const [startTime, endTime] = [fromMs, toMs].map(
    (ms) => `${new Date(recordings.digitsOf(ms)).toISOString().slice(0, 19)}Z`,
  );
  return { startTime, endTime };
}

function playbackUri(
  state: RecorderState,
  { rtspPort }: RecorderPorts,
  track: number,
  span: FootageSpan,
): string {
  const { address } = state.search;
  const host = address === 'wrong-host' ? WRONG_HOST : '127.0.0.1';
  const port = address === 'wrong-port' ? WRONG_PORT : rtspPort;
  const { startTime, endTime } = timesOf(state, span);
  const [start, end] = [startTime, endTime].map((time) => time?.replaceAll(/[-:]/g, ''));
  const name = `ch${String(Math.floor(track / 100)).padStart(2, '0')}_00000000000000000`;
  return `rtsp://${host}:${port}/Streaming/tracks/${track}/?starttime=${start}&endtime=${end}&name=${name}&size=268435456`;
}
