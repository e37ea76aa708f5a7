import { alertDocument, type AlertSpelling, USUAL_SPELLING } from './alert-document.ts';
import type { SimulatedEvent } from './simulated-event.ts';

/** How a device puts its alerts one after the other. */
export interface StreamFraming {
  /** Without multipart there are documents only. */
  readonly isMultipart: boolean;
  /** The Content-Type of the whole answer. */
  readonly contentType: string;
  /** The whole line between parts. */
  readonly delimiter: string;
  readonly lineEnd: '\r\n' | '\n';
  /** What the parts tell of their length: how many bytes too many (or, negative, too few); null: nothing. */
  readonly lengthOff: number | null;
  readonly hasContentType: boolean;
  /** The closing boundary comes after each part. */
  readonly isClosingEach: boolean;
  readonly spelling: AlertSpelling;
}

/** As most recorders do. */
export const USUAL_FRAMING: StreamFraming = {
  isMultipart: true,
  contentType: 'multipart/mixed; boundary=boundary',
  delimiter: '--boundary',
  lineEnd: '\r\n',
  lengthOff: 0,
  hasContentType: true,
  isClosingEach: false,
  spelling: USUAL_SPELLING,
};

const JSON_TYPE = 'application/json; charset="UTF-8"';
const XML_TYPE = 'application/xml; charset="UTF-8"';

/** The bytes of one event: its document, and its picture where it has one. */
export function framedEvent(event: SimulatedEvent, framing: StreamFraming): Buffer {
  const { spelling, isMultipart, lineEnd } = framing;
  const document = alertDocument(event, spelling);
  if (!isMultipart) return Buffer.concat([document, Buffer.from(lineEnd)]);
  const type = spelling.format === 'json' ? JSON_TYPE : XML_TYPE;
  const parts = [framedPart(type, document, framing)];
  if (event.picture !== undefined) parts.push(framedPart('image/jpeg', event.picture, framing));
  return Buffer.concat(parts);
}

/** The bytes of one part. */
export function framedPart(type: string, body: Uint8Array, framing: StreamFraming): Buffer {
  const { delimiter, lineEnd, lengthOff, hasContentType, isClosingEach } = framing;
  const lines = [
    delimiter,
    ...(hasContentType ? [`Content-Type: ${type}`] : []),
    ...(lengthOff === null ? [] : [`Content-Length: ${body.length + lengthOff}`]),
    ...['', ''],
  ];
  const end = isClosingEach ? `${lineEnd}${delimiter}--${lineEnd}` : lineEnd;
  return Buffer.concat([Buffer.from(lines.join(lineEnd)), body, Buffer.from(end)]);
}
