import { describe, expect, it } from 'vitest';
import {
  type AlertNews,
  AlertReader,
} from '../../../../src-main/app/isapi/alert-stream/alert-reader.ts';
import { STREAM_LIMITS } from '../../../../src-main/app/isapi/alert-stream/stream-part.ts';
import {
  alertDocument,
  USUAL_SPELLING,
} from '../../../simulated-recorder/events/alert-document.ts';
import {
  HEARTBEATS,
  type SimulatedEvent,
} from '../../../simulated-recorder/events/simulated-event.ts';
import {
  framedEvent,
  framedPart,
  type StreamFraming,
  USUAL_FRAMING,
} from '../../../simulated-recorder/events/stream-framing.ts';

const JPEG = Buffer.from([0xff, 0xd8, 0x0a, 0x2d, 0x2d, 0x3c, 0x7b, 0x0d, 0x0a, 0xff, 0xd9]);
const LINE: SimulatedEvent = { type: 'linedetection', state: 'active', channel: 2, region: 3 };
const MOTION: SimulatedEvent = { type: 'VMD', state: 'inactive', channel: 5, target: 'human' };

function read(...chunks: (Buffer | string)[]): AlertNews[] {
  const reader = new AlertReader();
  return chunks.flatMap((chunk) => reader.push(Buffer.from(chunk)));
}

const told = (news: AlertNews[]): string[] =>
  news.map((each) =>
    each.kind === 'alert' || each.kind === 'picture'
      ? `${each.kind} ${each.alert.type} ${each.alert.channel ?? '-'} ${each.alert.part}`.trim()
      : each.kind,
  );

const stream = (framing: StreamFraming): Buffer =>
  Buffer.concat(
    [HEARTBEATS.recorder, LINE, { ...MOTION, picture: JPEG }, LINE].map((each) =>
      framedEvent(each, framing),
    ),
  );

const spelt = (spelling: Partial<typeof USUAL_SPELLING>): Partial<StreamFraming> => ({
  spelling: { ...USUAL_SPELLING, ...spelling },
});

describe('an alert stream', () => {
  it.each<[string, Partial<StreamFraming>]>([
    ['as most send it', {}],
    ['with lines that end in LF', { lineEnd: '\n' }],
    ['with another boundary than told', { delimiter: '--MIME_boundary-7' }],
    ['with dashes in the name of its boundary', { delimiter: '----boundary' }],
    ['without lengths', { lengthOff: null }],
    ['with lengths that are too short', { lengthOff: -4 }],
    ['with lengths that are too long', { lengthOff: 9 }],
    ['without types', { hasContentType: false }],
    ['that closes after each part', { isClosingEach: true }],
    ['in JSON', spelt({ format: 'json' })],
    ['in JSON without lengths', { lengthOff: null, ...spelt({ format: 'json' }) }],
    ['with ampersands as they are', spelt({ isUnescaped: true })],
    ['with another namespace', spelt({ namespace: 'urn:psialliance-org' })],
    ['with prefixes', spelt({ prefix: 'ns1:' })],
    ['with byte order marks', spelt({ hasByteOrderMark: true })],
  ])('%s is read', (_, framing) => {
    const news = read(stream({ ...USUAL_FRAMING, ...framing }));
    const picture = framing.hasContentType === false ? [] : ['picture vmd 5'];
    expect(told(news)).toEqual([
      ...['heartbeat', 'alert linedetection 2 region-3', 'alert vmd 5'],
      ...picture,
      'alert linedetection 2 region-3',
    ]);
  });

  it('gives back a picture as it came', () => {
    const [, news] = read(framedEvent({ ...LINE, picture: JPEG }, USUAL_FRAMING));
    expect(news).toMatchObject({ kind: 'picture', alert: { type: 'linedetection' } });
    expect(news?.kind === 'picture' && Buffer.from(news.jpeg).equals(JPEG)).toBe(true);
  });

  it('is read without multipart', () => {
    const framing = { ...USUAL_FRAMING, isMultipart: false };
    const news = read(stream(framing));
    expect(told(news)).toEqual([
      ...['heartbeat', 'alert linedetection 2 region-3', 'alert vmd 5'],
      'alert linedetection 2 region-3',
    ]);
  });

  it('in UTF-16 is read by its lengths', () => {
    const text = alertDocument(LINE, USUAL_SPELLING).toString().replace('UTF-8', 'UTF-16');
    const wide = Buffer.from(`\uFEFF${text}`, 'utf16le');
    const news = read(framedPart('application/xml', wide, USUAL_FRAMING), stream(USUAL_FRAMING));
    expect(told(news).slice(0, 2)).toEqual(['alert linedetection 2 region-3', 'heartbeat']);
  });
});

describe('an alert', () => {
  const alertOf = (event: SimulatedEvent) => {
    const [news] = read(framedEvent(event, USUAL_FRAMING));
    return news?.kind === 'alert' ? news.alert : news?.kind;
  };

  it.each<[SimulatedEvent, object]>([
    [
      { ...LINE, isWrapped: true },
      { type: 'linedetection', state: 'active', channel: 2 },
    ],
    [
      { type: 'IO', state: 'active', input: 4 },
      { type: 'io', channel: null, part: 'io-4' },
    ],
    [
      { type: 'diskerror', state: 'active', disk: 1 },
      { type: 'diskerror', part: 'disk-1' },
    ],
    [
      { type: 'madeUpByAMaker', channel: 1 },
      { type: 'madeupbyamaker', state: 'once' },
    ],
    [
      { ...MOTION, channelTag: 'dynChannelID' },
      { channel: 5, target: 'human' },
    ],
    [{ ...LINE, channel: 0 }, { channel: null }],
    [{ ...LINE, isRetransmission: true }, { isRetransmission: true }],
    [{ ...LINE, atMs: 0 }, { time: '1970-01-01T00:00:00+00:00' }],
    [
      { type: 'videoloss', state: 'inactive', channel: 3 },
      { type: 'videoloss', channel: 3 },
    ],
  ])('%j is read', (event, comesOut) => {
    expect(alertOf(event)).toMatchObject(comesOut);
  });

  it.each(Object.values(HEARTBEATS))('%j is a heartbeat', (event) => {
    expect(alertOf(event)).toBe('heartbeat');
  });

  it('names the region and target of its first region', () => {
    const body = `<EventNotificationAlert><eventType>fielddetection</eventType><DetectionRegionList>
      <DetectionRegionEntry><regionID>2</regionID><detectionTarget>Vehicle</detectionTarget></DetectionRegionEntry>
      <DetectionRegionEntry><regionID>3</regionID></DetectionRegionEntry></DetectionRegionList></EventNotificationAlert>`;
    expect(read(body)).toMatchObject([{ alert: { part: 'region-2', target: 'vehicle' } }]);
  });

  it('that says why there are none ends nothing by itself', () => {
    const body = `<ResponseStatus><statusCode>4</statusCode><subStatusCode>deployExceedMax</subStatusCode></ResponseStatus>`;
    const json = `{"statusCode":4,"errorCode":1610637336,"errorMsg":"x"}`;
    const refusal = { kind: 'refusal', error: { kind: 'busy', isTooMany: true } };
    expect(read(body)).toEqual([refusal]);
    expect(read(json)).toEqual([refusal]);
  });
});

describe('a hostile or broken stream', () => {
  const good = framedEvent(LINE, USUAL_FRAMING);
  const line = 'alert linedetection 2 region-3';
  const endless = (text: string, bytes: number): string =>
    text.repeat(Math.ceil(bytes / text.length));

  it.each<[string, Buffer | string]>([
    ['a head without an end', `--boundary\r\n${endless('X-More: yes\r\n', 40_000)}`],
    ['a line without an end', `--boundary\r\n${endless('x', 40_000)}\r\n`],
    [
      'a document without an end',
      `--boundary\r\n\r\n<EventNotificationAlert>${endless('<a>', 400_000)}\r\n`,
    ],
    ['JSON without an end', `--boundary\r\n\r\n{"a":${endless('[1,', 400_000)}\r\n`],
    [
      'a picture that is too large',
      framedPart('image/jpeg', Buffer.alloc(5_000_000, 1), USUAL_FRAMING),
    ],
    [
      'a length beyond all bounds',
      `--boundary\r\nContent-Type: image/jpeg\r\nContent-Length: 999999999999\r\n\r\nx\r\n`,
    ],
    ['a document that broke off', Buffer.concat([good.subarray(0, 300), Buffer.from('\r\n')])],
    ['a document without elements', `--boundary\r\n\r\n<!-- ${endless('x', 20_000)} -->\r\n`],
    ['comments without an element', `--boundary\r\n\r\n${endless('<!---->', 20_000)}\r\n`],
    [
      'bytes without a meaning',
      Buffer.concat([Buffer.from([1, 2, 3, 255, 10, 13]), Buffer.from('\r\n')]),
    ],
    [
      'nested elements',
      `--boundary\r\n\r\n<EventNotificationAlert>${'<a>'.repeat(99)}${'</a>'.repeat(99)}</EventNotificationAlert>\r\n`,
    ],
  ])('%s leaves the next part as it is', (_, bytes) => {
    const reader = new AlertReader();
    const news = [bytes, good, good].flatMap((each) => reader.push(Buffer.from(each)));
    expect(told(news).filter((each) => each !== 'refusal')).toEqual([line, line]);
    expect(reader.leftOut + news.filter(({ kind }) => kind === 'refusal').length).toBeGreaterThan(
      0,
    );
  });

  it('finds where the next part begins, wherever it is cut', () => {
    const limits = { ...STREAM_LIMITS, documentBytes: 1024 };
    const bad = Buffer.from(`--boundary\r\n\r\n<EventNotificationAlert>${'x'.repeat(1100)}\r\n`);
    const json = framedEvent(LINE, { ...USUAL_FRAMING, ...spelt({ format: 'json' }) });
    for (let cut = 0; cut < 120; cut += 1) {
      const reader = new AlertReader(limits);
      const news = [bad, json.subarray(0, cut), json.subarray(cut)].flatMap((each) =>
        reader.push(each),
      );
      expect(told(news)).toEqual([line]);
    }
  });

  it('reads the same wherever it is cut, after what begins like a document and is none', () => {
    const junk = Buffer.from(`--boundary\r\n\r\n<?xml${'x'.repeat(4200)}`);
    const document = alertDocument(LINE, USUAL_SPELLING);
    const bytes = Buffer.concat([junk, document, Buffer.from('\r\n'), good]);
    expect(told(read(bytes))).toEqual([line, line]);
    expect(told(read(...Array.from(bytes, (byte) => Buffer.of(byte))))).toEqual([line, line]);
  });

  it('without multipart loses the document that broke off, and no other', () => {
    const document = alertDocument(LINE, USUAL_SPELLING);
    expect(told(read(document.subarray(0, 300), document, document))).toEqual([line, line]);
  });

  it('takes a picture without an alert before it for none', () => {
    const picture = framedPart('image/jpeg', JPEG, USUAL_FRAMING);
    const reader = new AlertReader();
    expect(told(reader.push(Buffer.concat([picture, good, picture, picture])))).toEqual([
      line,
      'picture linedetection 2 region-3',
    ]);
    expect(reader.leftOut).toBe(2);
  });

  it('is given up when it brings nothing, and holds no more than one picture meanwhile', () => {
    const reader = new AlertReader();
    let most = 0;
    const chunk = Buffer.alloc(64 * 1024, 0x41);
    for (let sent = 0; !reader.isUseless; sent += chunk.length) {
      expect(sent).toBeLessThan(STREAM_LIMITS.uselessBytes + 2 * chunk.length);
      expect(reader.push(chunk)).toEqual([]);
      most = Math.max(most, reader.heldBytes);
    }
    expect(most).toBeLessThanOrEqual(STREAM_LIMITS.pictureBytes + chunk.length);
  });
});
