import { randomUUID } from 'node:crypto';
import type { Result } from '@contract/result.ts';
import type { IsapiError } from '../isapi-error.ts';
import { parseBody } from '../xml/parse-body.ts';
import { element, listOf, text } from '../xml/xml-values.ts';

/** More are refused by some. */
const MOST_RESULTS = 40;
const NO_MATCHES = /^no\s*matches$/i;

/** When a piece of a recording begins and ends, as the device writes it: its Z may mean its wall clock. */
export interface FoundPiece {
  readonly start: string | null;
  readonly end: string | null;
}

const piece = element({ timeSpan: element({ startTime: text, endTime: text }) }).transform(
  ({ timeSpan }): FoundPiece => ({ start: timeSpan.startTime, end: timeSpan.endTime }),
);
const schema = element({
  responseStatusStrg: text,
  matchList: element({ searchMatchItem: listOf(piece) }),
}).transform(({ responseStatusStrg, matchList }) =>
  NO_MATCHES.test(responseStatusStrg ?? '') ? [] : matchList.searchMatchItem,
);

/**
 * Body for Hikvision ISAPI `POST /ISAPI/ContentMgmt/search`: what a channel's main stream has recorded within a span, the oldest first. The search's name
 * must look like a UUID, and `searchResultPostion` is the devices' spelling.
 * @param fromMs digits as if they were UTC, in ms, like `toMs`
 */
export function recordingSearch(channel: number, fromMs: number, toMs: number): string {
  const [start, end] = [fromMs, toMs].map((ms) => `${new Date(ms).toISOString().slice(0, 19)}Z`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<CMSearchDescription><searchID>${randomUUID().toUpperCase()}</searchID>
<trackIDList><trackID>${channel * 100 + 1}</trackID></trackIDList>
<timeSpanList><timeSpan><startTime>${start}</startTime><endTime>${end}</endTime></timeSpan></timeSpanList>
<maxResults>${MOST_RESULTS}</maxResults><searchResultPostion>0</searchResultPostion>
<metadataList><metadataDescriptor>//recordType.meta.std-cgi.com</metadataDescriptor></metadataList></CMSearchDescription>`;
}

/** What it found. */
export function parseFoundPieces(body: string): Result<FoundPiece[], IsapiError> {
  return parseBody(body, 'CMSearchResult', schema);
}
