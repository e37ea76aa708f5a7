import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  NotRtspError,
  type RtspInput,
  RtspReader,
} from '../../../src-main/app/rtsp/wire/rtsp-reader.ts';
import { answerText } from '../../../src-main/app/rtsp/wire/rtsp-text.ts';

/** Cuts bytes at the given places. */
function cut(bytes: Buffer, places: readonly number[]): Buffer[] {
  const at = [0, ...places.map((place) => place % (bytes.length + 1)), bytes.length];
  const sorted = at.toSorted((a, b) => a - b);
  return sorted.slice(1).map((end, index) => bytes.subarray(sorted[index], end));
}

/** What a reader makes of the pieces, in a form that can be compared; a refusal ends it. */
function readAll(pieces: readonly Buffer[]): string[] {
  const reader = new RtspReader();
  reader.expectPackets();
  const read: string[] = [];
  try {
    for (const piece of pieces) read.push(...reader.push(piece).map(said));
  } catch (error) {
    if (!(error instanceof NotRtspError)) throw error;
    read.push('refused');
  }
  return read;
}

function said(input: RtspInput): string {
  if (input.kind === 'packet') return `${input.channel}:${input.payload.toString('hex')}`;
  return `${input.kind} ${input.headers.first('cseq') ?? ''} ${input.body.toString('hex')}`;
}

const answer = fc
  .record({ cseq: fc.nat(1e6), body: fc.stringMatching(/^[ -~\r\n]{0,80}$/) })
  .map(({ cseq, body }) => answerText(200, String(cseq), {}, body));
const packet = fc
  .record({ channel: fc.nat(31), payload: fc.uint8Array({ maxLength: 64 }) })
  .map(({ channel, payload }) =>
    Buffer.concat([Buffer.from([0x24, channel, 0, payload.length]), payload]),
  );
const places = fc.array(fc.nat(4096), { maxLength: 40 });

describe('RtspReader', () => {
  it('reads the same of a conversation, at whatever bytes it is cut', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(answer, packet), { minLength: 1 }), places, (parts, at) => {
        const bytes = Buffer.concat(parts);
        const whole = readAll([bytes]);
        expect(whole).toHaveLength(parts.length);
        expect(readAll(cut(bytes, at))).toEqual(whole);
        expect(readAll(cut(bytes, Array.from(bytes.keys())))).toEqual(whole);
      }),
    );
  });

  it('refuses what is no RTSP or passes it over, and nothing else happens', () => {
    const bytes = fc.uint8Array({ maxLength: 2048 }).map((each) => Buffer.from(each));
    const noise = fc.oneof(bytes, answer, fc.constant(Buffer.from('RTSP/1.0 200\n')), packet);
    fc.assert(
      fc.property(fc.array(noise), places, (parts, at) => {
        readAll(cut(Buffer.concat(parts), at));
      }),
    );
  });
});
