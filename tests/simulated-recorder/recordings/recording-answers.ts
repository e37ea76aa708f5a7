import { setTimeout as delay } from 'node:timers/promises';
import type { RecorderPorts } from '../isapi/device-bodies.ts';
import {
  badContent,
  deviceBusy,
  deviceError,
  lowPrivilege,
  notSupported,
} from '../isapi/status-bodies.ts';
import type { RecorderState } from '../recorder-state.ts';
import { dailyDistribution, searchResult } from './recording-bodies.ts';

/** What is asked about recordings. */
export interface RecordingCall {
  readonly method: string;
  readonly path: string;
  readonly body: string;
}

/** What goes back. */
interface Answer {
  readonly status: number;
  readonly body: string;
}

const SEARCH = '/ISAPI/ContentMgmt/search';
const CALENDAR = /^\/ISAPI\/ContentMgmt\/record\/tracks\/(\d+)\/dailyDistribution$/;
const UUID = /<searchID>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}<\/searchID>/i;
/** Devices spell it so; another spelling is not read. */
const POSITION = /<searchResultPostion>(\d+)<\/searchResultPostion>/;

/** Answers whatever is about recordings; null: something else was asked. */
export function answerAboutRecordings(
  state: RecorderState,
  ports: RecorderPorts,
  call: RecordingCall,
): Promise<Answer> | Answer | null {
  const { method, path } = call;
  if (method === 'POST' && path === SEARCH) return search(state, ports, call);
  const track = CALENDAR.exec(path)?.[1];
  if (track === undefined || (method !== 'GET' && method !== 'POST')) return null;
  return calendar(state, Number(track), call);
}

/** The parts that real ones insist on are the search's name, a track and a span. */
async function search(
  state: RecorderState,
  ports: RecorderPorts,
  { path, body }: RecordingCall,
): Promise<Answer> {
  const { search: searches, recordings } = state;
  const track = Number(/<trackID>(\d+)<\/trackID>/.exec(body)?.[1]);
  const [from, to] = ['startTime', 'endTime'].map((name) =>
    Date.parse(new RegExp(`<${name}>([^<]+)</${name}>`).exec(body)?.[1] ?? ''),
  ) as [number, number];
  if (!UUID.test(body) || Number.isNaN(track + from + to)) {
    return { status: 400, body: badContent(path) };
  }
  const channel = channelOf(track);
  if (searches.forbidden.has(channel)) return { status: 403, body: lowPrivilege(path) };
  if (to - from > searches.longestSpanMs) return { status: 500, body: deviceError(path) };
  if (searches.underWay >= searches.atOnce) {
    searches.turnedAway += 1;
    return searches.whenBusy === 'deviceBusy'
      ? { status: 503, body: deviceBusy(path) }
      : { status: 500, body: deviceError(path) };
  }
  searches.underWay += 1;
  // Unref'd, so that a stopped recorder does not keep a test alive.
  if (searches.takesMs > 0) await delay(searches.takesMs, undefined, { ref: false });
  searches.underWay -= 1;
  searches.answered += 1;
  const position = Number(POSITION.exec(body)?.[1] ?? 0);
  const found = hasDisk(state)
    ? recordings.find(channel, recordings.momentOf(from), recordings.momentOf(to))
    : [];
  const page = searches.page(found, position);
  return { status: 200, body: searchResult(state, ports, { track, page, body }) };
}

/** Which days of a month have recordings; without a month it is this one. */
function calendar(state: RecorderState, track: number, { path, body }: RecordingCall): Answer {
  const channel = channelOf(track);
  if (state.search.forbidden.has(channel)) return { status: 403, body: lowPrivilege(path) };
  // Only main streams are recorded.
  if (track % 100 !== 1 || channel < 1) return { status: 403, body: notSupported(path) };
  const now = new Date(state.health.clock.digitsMs());
  const year = Number(/<year>(\d{4})<\/year>/.exec(body)?.[1] ?? now.getUTCFullYear());
  const month = Number(/<monthOfYear>(\d{1,2})<\/monthOfYear>/.exec(body)?.[1] ?? NaN);
  const asked = { year, month: Number.isNaN(month) ? now.getUTCMonth() + 1 : month };
  const hasFootage = (fromMs: number, toMs: number): boolean =>
    hasDisk(state) &&
    state.recordings.find(
      channel,
      state.recordings.momentOf(fromMs),
      state.recordings.momentOf(toMs),
    ).length > 0;
  return { status: 200, body: dailyDistribution(asked, hasFootage) };
}

function channelOf(track: number): number {
  return Math.floor(track / 100);
}

/** A recorder that does not list its disks may have some. */
function hasDisk({ health: { disks } }: RecorderState): boolean {
  return disks === null || disks.some(({ status }) => status !== 'notexist');
}
