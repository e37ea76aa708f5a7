import { EventEmitter } from 'node:events';
import type { Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { StreamNews } from '@contract/models/playback.ts';
import { MediaRelay } from '../../../../src-main/app/rtsp/server/media-relay.ts';
import { SilencePatience } from '../../../../src-main/app/rtsp/server/silence-patience.ts';
import { videoTrack } from '../../../support/mended.ts';
import { fieldPictures, packetsOf } from '../../../support/rtp-stream.ts';

const CHANNEL = 0;
const pictures = fieldPictures('lossy-15fps.h264');

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A relay, and when which channel of go2rtc got something. */
function relaying() {
  const written: { atMs: number; channel: number; bytes: number }[] = [];
  const socket = Object.assign(new EventEmitter(), {
    ...{ writable: true, writableNeedDrain: false },
    ...{ cork: () => undefined, uncork: () => undefined },
    write: (bytes: Buffer) => {
      const atMs = performance.now() - startedAtMs;
      if (bytes.length === 4) written.push({ atMs, channel: bytes[1] ?? -1, bytes: 0 });
      else Object.assign(written.at(-1) ?? {}, { bytes: bytes.length });
      return true;
    },
  });
  const news: StreamNews[] = [];
  let isOver = false;
  const relay = new MediaRelay(
    socket as unknown as Socket,
    { pause: () => undefined },
    {
      patience: new SilencePatience(),
      onSilence: () => (isOver = true),
      tell: (piece) => void news.push(piece),
    },
  );
  const startedAtMs = performance.now();
  relay.add(videoTrack(), CHANNEL, CHANNEL);
  relay.start();
  const gapsMs = (rows: readonly { atMs: number }[]): number[] =>
    rows.map(({ atMs }, at) => atMs - (rows[at - 1]?.atMs ?? 0));
  return {
    ...{ relay, written, news, isOver: () => isOver },
    /** The longest that go2rtc got nothing at all, and no RTP. */
    silences: () => ({
      anyMs: Math.max(...gapsMs(written)),
      rtpMs: Math.max(...gapsMs(written.filter(({ channel }) => channel === CHANNEL))),
    }),
  };
}

describe('go2rtc is kept', () => {
  it('while a frame comes every 16 s: it hangs up after 5 s without a byte and 10 s without RTP', () => {
    const { relay, silences, isOver } = relaying();
    for (let picture = 0; picture < 4; picture += 1) {
      vi.advanceTimersByTime(16_000);
      const shape = { framesPerSecond: 1 / 16, firstNumber: 1000 * picture };
      const packets = packetsOf(pictures.slice(picture, picture + 1), shape);
      for (const { packet } of packets) relay.push(CHANNEL, packet);
    }
    vi.advanceTimersByTime(16_000);
    expect(isOver()).toBe(false);
    expect(silences().anyMs).toBeLessThan(5000);
    expect(silences().rtpMs).toBeLessThan(10_000);
    relay.stop();
  });

  it('and sees that something comes while everything is withheld until a keyframe brings its format', () => {
    const { relay, silences, news } = relaying();
    const isKeyframe = (nal: Buffer): boolean => nal.readUInt8(0) % 32 === 5;
    const between = pictures.filter((nals) => !nals.some(isKeyframe)).slice(0, 20);
    for (let second = 0; second < 10; second += 1) {
      const packets = packetsOf(between, { firstNumber: 1000 + 2000 * second });
      for (const { packet } of packets) {
        vi.advanceTimersByTime(1000 / packets.length);
        relay.push(CHANNEL, packet);
      }
    }
    expect(silences().rtpMs).toBeLessThan(1500);
    expect(news.filter(({ kind }) => kind !== 'lost')).toEqual([]);
    relay.stop();
  });
});
