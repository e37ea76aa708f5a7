import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AlertNews,
  AlertReader,
} from '../../../src-main/app/isapi/alert-stream/alert-reader.ts';
import { STREAM_LIMITS } from '../../../src-main/app/isapi/alert-stream/stream-part.ts';
import { USUAL_SPELLING } from '../../simulated-recorder/events/alert-document.ts';
import type { SimulatedEvent } from '../../simulated-recorder/events/simulated-event.ts';
import {
  framedEvent,
  framedPart,
  type StreamFraming,
  USUAL_FRAMING,
} from '../../simulated-recorder/events/stream-framing.ts';

const event: fc.Arbitrary<SimulatedEvent> = fc.record(
  {
    type: fc.constantFrom('VMD', 'linedetection', 'IO', 'diskerror', 'somethingNew'),
    state: fc.constantFrom('active', 'inactive'),
    channel: fc.integer({ min: 1, max: 64 }),
    region: fc.integer({ min: 1, max: 8 }),
    atMs: fc.constant(0),
    picture: fc.uint8Array({ minLength: 4, maxLength: 300 }).map((bytes) => {
      bytes.set([0xff, 0xd8]);
      return bytes;
    }),
  },
  { requiredKeys: ['type', 'atMs'] },
);

const framing: fc.Arbitrary<StreamFraming> = fc.record({
  isMultipart: fc.boolean(),
  contentType: fc.constant(''),
  delimiter: fc.constantFrom('--boundary', '----boundary', '--MIME_b-7'),
  lineEnd: fc.constantFrom('\r\n', '\n'),
  lengthOff: fc.constantFrom(0, null, 7, -7),
  hasContentType: fc.boolean(),
  isClosingEach: fc.boolean(),
  spelling: fc.record({
    format: fc.constantFrom('xml', 'json'),
    namespace: fc.constantFrom(null, 'urn:psialliance-org'),
    prefix: fc.constantFrom('', 'ns1:'),
    ...{ hasOffset: fc.boolean(), channelName: fc.constantFrom('Gate & Yard', '<Tor>', '门') },
    ...{ hasByteOrderMark: fc.boolean(), isUnescaped: fc.boolean() },
  }),
});

/** What devices make of it when they are broken, and what somebody would send who wants to harm. */
const junk = fc.oneof(
  fc.uint8Array({ maxLength: 60 }),
  fc
    .constantFrom(
      '--',
      '\r\n\r\n',
      '--boundary\r\n',
      '<EventNotificationAlert>',
      '{"a":',
      '<?xml',
      '\0',
    )
    .map((text) => Buffer.from(text)),
  fc
    .constantFrom(
      '--boundary\r\n\r\n<EventNotificationAlert>',
      'Content-Type: a\r\n',
      '<?xml',
      '\0',
    )
    .map((text) => Buffer.from(`${text}${'x'.repeat(2100)}\r\n`)),
  fc
    .constantFrom('image/jpeg', 'application/xml', 'text/plain')
    .chain((type) =>
      fc.uint8Array({ maxLength: 60 }).map((body) => framedPart(type, body, USUAL_FRAMING)),
    ),
);

/** So small that what is too large is met at once. */
const SMALL = { ...STREAM_LIMITS, headBytes: 300, documentBytes: 2048, pictureBytes: 200 };

function read(bytes: Buffer, cuts: readonly number[], limits = STREAM_LIMITS): AlertNews[] {
  const reader = new AlertReader(limits);
  const places = [...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length];
  let from = 0;
  const news: AlertNews[] = [];
  for (const to of places.sort((a, b) => a - b)) {
    news.push(...reader.push(bytes.subarray(from, to)));
    from = to;
  }
  return news;
}

describe('an alert stream', () => {
  it('brings the same events wherever it is cut', () => {
    fc.assert(
      fc.property(
        fc.array(event, { maxLength: 6 }),
        framing,
        fc.array(fc.nat()),
        (events, how, cuts) => {
          const bytes = Buffer.concat(events.map((each) => framedEvent(each, how)));
          const whole = read(bytes, []);
          expect(whole.filter(({ kind }) => kind === 'alert')).toHaveLength(events.length);
          expect(read(bytes, cuts)).toEqual(whole);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('brings the same wherever it is cut, also with junk in it', () => {
    const piece = fc.oneof(
      event.map((each) => framedEvent(each, USUAL_FRAMING)),
      junk,
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), fc.array(fc.nat()), (pieces, cuts) => {
        const bytes = Buffer.concat(pieces);
        expect(read(bytes, cuts)).toEqual(read(bytes, []));
        expect(read(bytes, cuts, SMALL)).toEqual(read(bytes, [], SMALL));
      }),
      { numRuns: 500 },
    );
  });

  it('brings the last of many alerts after any junk that ended', () => {
    fc.assert(
      fc.property(fc.array(junk, { maxLength: 8 }), (pieces) => {
        const reader = new AlertReader({
          ...STREAM_LIMITS,
          documentBytes: 2048,
          pictureBytes: 4096,
        });
        const beat = framedEvent(
          { type: 'VMD', state: 'active', channel: 1 },
          {
            ...USUAL_FRAMING,
            spelling: USUAL_SPELLING,
          },
        );
        reader.push(Buffer.concat(pieces));
        const news = Array.from({ length: 12 }, () => reader.push(beat)).flat();
        expect(news.some(({ kind }) => kind === 'alert')).toBe(true);
        expect(reader.push(beat)).toHaveLength(1);
      }),
      { numRuns: 500 },
    );
  });
});
