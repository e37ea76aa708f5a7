import type { Result } from '@contract/result.ts';
import type { IsapiError } from '../isapi-error.ts';
import { parseBody } from '../xml/parse-body.ts';
import { element, listOf, text } from '../xml/xml-values.ts';

/** More are refused by some. */
const MOST_RESULTS = 40;
const MORE = /^more$/i;
const NO_MATCHES = /^no\s*matches$/i;

/** What is searched, and from where on. */
export interface RecordingSearch {
  /** Must look like a UUID, or it is refused; the same one for all pages of a search. */
  readonly id: string;
  readonly channel: number;
  /** Digits as if they were UTC, in ms, like `toMs`. */
  readonly fromMs: number;
  readonly toMs: number;
  /** How many pieces were told before. */
  readonly position: number;
}

/** When a piece of a recording begins and ends, as the device writes it: its Z may mean its wall clock. */
export interface FoundPiece {
  readonly start: string | null;
  readonly end: string | null;
}

/** One page of what was found. */
export interface FoundPage {
  readonly pieces: readonly FoundPiece[];
  /** The device says that more follows, which need not be true. */
  readonly isMore: boolean;
}

const piece = element({ timeSpan: element({ startTime: text, endTime: text }) }).transform(
  ({ timeSpan }): FoundPiece => ({ start: timeSpan.startTime, end: timeSpan.endTime }),
);
const schema = element({
  responseStatusStrg: text,
  matchList: element({ searchMatchItem: listOf(piece) }),
}).transform(({ responseStatusStrg: status, matchList }): FoundPage => ({
  pieces: NO_MATCHES.test(status ?? '') ? [] : matchList.searchMatchItem,
  isMore: MORE.test(status ?? ''),
}));

/**
 * Body for Hikvision ISAPI `POST /ISAPI/ContentMgmt/search`: what a channel's main stream has recorded within a span, the oldest first.
 * `searchResultPostion` is the devices' spelling.
 */
export function recordingSearch({ id, channel, fromMs, toMs, position }: RecordingSearch): string {
  const [start, end] = [fromMs, toMs].map((ms) => `${new Date(ms).toISOString().slice(0, 19)}Z`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<CMSearchDescription><searchID>${id.toUpperCase()}</searchID>
<trackIDList><trackID>${channel * 100 + 1}</trackID></trackIDList>
<timeSpanList><timeSpan><startTime>${start}</startTime><endTime>${end}</endTime></timeSpan></timeSpanList>
<maxResults>${MOST_RESULTS}</maxResults><searchResultPostion>${position}</searchResultPostion>
<metadataList><metadataDescriptor>//recordType.meta.std-cgi.com</metadataDescriptor></metadataList></CMSearchDescription>`;
}

/** What it found. */
export function parseFoundPage(body: string): Result<FoundPage, IsapiError> {
  return parseBody(body, 'CMSearchResult', schema);
}
