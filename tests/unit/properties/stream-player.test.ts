import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { hasFrames } from '../../../src-renderer/player/picture/picture-state.ts';
import type { StreamCause } from '../../../src-renderer/player/player-types.ts';
import { settleMicrotasks } from '../renderer/player/fakes.ts';
import { createPlayer, MIME, STREAM_NAME } from '../renderer/player/player-harness.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
});
afterEach(() => {
  vi.useRealTimers();
});

const CAUSES: readonly StreamCause[] = [
  ...(['login-refused', 'session-limit', 'connection-lost', 'unreachable'] as const),
  ...(['camera-offline', 'refused-here'] as const),
];
const MINUTE_MS = 60_000;

/** Whatever may happen to a player, in any order. */
const event = fc.oneof(
  fc.constantFrom('open', 'mse', 'source', 'keyframe', 'delta', 'show', 'drop', 'error', 'lost'),
  fc.constantFrom('encrypted', 'slow', 'playing', 'hide', 'paint', 'decoding error', 'wake'),
  fc.record({ failed: fc.constantFrom(...CAUSES) }),
  fc.record({ waitMs: fc.constantFrom(10, 100, 1_000, 4_000, 12_000, 40_000) }),
);

/** Does to a player what an event says, and counts the frames that are shown of its newest connection. */
function createPlayedPlayer() {
  const parts = createPlayer(() => Promise.resolve('media'));
  const { sockets, sources, video, environment, page } = parts;
  const shown = { connection: 0, frames: 0 };
  const happen = async (what: typeof event extends fc.Arbitrary<infer E> ? E : never) => {
    const socket = sockets.at(-1);
    const isOpen = socket?.isClosed === false;
    if (typeof what !== 'string') {
      if ('waitMs' in what) await vi.advanceTimersByTimeAsync(what.waitMs);
      else {
        const news = { kind: 'failed', cause: what.failed, status: null } as const;
        environment.news.publish(STREAM_NAME, news);
      }
    } else if (what === 'open' && isOpen) socket.open();
    else if (what === 'mse' && isOpen) socket.receive({ type: 'mse', value: MIME });
    else if (what === 'error' && isOpen) socket.receive({ type: 'error', value: 'mse: any' });
    else if (what === 'drop' && isOpen) socket.drop();
    else if (what === 'source' && sources.at(-1)?.readyState === 'closed') sources.at(-1)?.open();
    else if ((what === 'keyframe' || what === 'delta') && isOpen) {
      await parts.receive(what === 'keyframe', 0.1);
    } else if (what === 'show' && video.isWatched) {
      shown.frames += 1;
      video.show(video.currentTime + 0.1);
    } else if (what === 'decoding error') video.dispatchEvent(new Event('error'));
    else if (what === 'hide' || what === 'paint') page.isPainting = what === 'paint';
    else if (what === 'lost') environment.news.publish(STREAM_NAME, { kind: 'lost', packets: 3 });
    else if (what === 'encrypted' || what === 'slow') {
      environment.news.publish(STREAM_NAME, { kind: what });
    } else if (what === 'playing') {
      const news = { kind: 'playing', codec: 'H264', soundCodec: null } as const;
      environment.news.publish(STREAM_NAME, news);
    }
    await settleMicrotasks();
    if (sockets.length !== shown.connection) {
      shown.connection = sockets.length;
      shown.frames = 0;
    }
  };
  return { ...parts, happen, shown };
}

describe('a player to which anything happens in any order', () => {
  it('is never live without a frame of its connection, and not for long after the last one', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(event, { maxLength: 60 }), async (events) => {
        const { player, start, state, happen, shown } = createPlayedPlayer();
        start();
        for (const each of events) {
          await happen(each);
          if (hasFrames(state())) expect(shown.frames).toBeGreaterThan(0);
        }
        await happen('paint');
        await vi.advanceTimersByTimeAsync(MINUTE_MS);
        expect(hasFrames(state()), state().kind).toBe(false);
        player.close();
        expect(vi.getTimerCount()).toBe(0);
      }),
      { numRuns: 300 },
    );
  });

  it('is live again once pictures come, whatever happened before', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(event, { maxLength: 40 }), async (events) => {
        const { player, start, state, happen, goLive, playFor, sockets } = createPlayedPlayer();
        start();
        for (const each of events) await happen(each);
        await happen('paint');
        for (let seconds = 0; seconds < 120 && !hasFrames(state()); seconds += 1) {
          if (sockets.at(-1)?.isClosed === false) {
            await happen('playing');
            await goLive();
            await playFor(8_000);
          }
          await vi.advanceTimersByTimeAsync(1_000);
        }
        expect(hasFrames(state()), state().kind).toBe(true);
        player.close();
      }),
      { numRuns: 100 },
    );
  });
});
