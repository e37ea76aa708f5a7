import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { StreamCause, StreamNews } from '../../../../src-renderer/player/player-types.ts';
import { createPlayer, MIME, STREAM_NAME } from './player-harness.ts';

const STEPS = 400;
const CAUSES: readonly StreamCause[] = ['connection-lost', 'session-limit', 'login-refused'];

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
});
afterEach(() => {
  vi.useRealTimers();
});

/** Mulberry32: the same events for the same seed. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Whatever may happen to a player, in any order. */
function eventsOf(parts: ReturnType<typeof createPlayer>, random: () => number) {
  const { player, listener, start, sockets, sources, video, receive, environment } = parts;
  const socket = () => sockets.findLast(({ isClosed }) => !isClosed);
  const tell = (news: StreamNews) => environment.news.publish(STREAM_NAME, news);
  const cause = () => CAUSES[Math.floor(random() * CAUSES.length)] ?? 'rejected';
  const shown = { atMs: -Infinity };
  const show = (): void => {
    video.show(video.currentTime + 0.1);
    shown.atMs = Date.now();
  };
  const events: readonly (readonly [weight: number, happen: () => unknown])[] = [
    [12, () => socket() && receive(random() < 0.2, 0.1)],
    [12, () => show()],
    [4, () => socket()?.open()],
    [4, () => socket()?.receive({ type: 'mse', value: MIME })],
    [4, () => sources.at(-1)?.readyState === 'closed' && sources.at(-1)?.open()],
    [1, () => socket()?.drop()],
    [1, () => socket()?.receive({ type: 'error', value: 'mse: streams: wrong response on SETUP' })],
    [1, () => video.dispatchEvent(new Event('error'))],
    [1, () => tell({ kind: 'failed', cause: cause(), status: null })],
    [1, () => tell({ kind: 'lost', packets: 1 })],
    [1, () => tell({ kind: 'slow' })],
    [0.3, () => tell({ kind: 'encrypted' })],
    [0.3, () => player.rest(listener)],
    [1, () => start()],
  ];
  const total = events.reduce((sum, [weight]) => sum + weight, 0);
  const next = async (): Promise<void> => {
    let pick = random() * total;
    for (const [weight, happen] of events) {
      pick -= weight;
      if (pick > 0) continue;
      await happen();
      return;
    }
  };
  return { next, shown };
}

it.each(Array.from({ length: 40 }, (_, seed) => seed))(
  'is never live for longer than a moment without a new frame, whatever happens (seed %i)',
  async (seed) => {
    const random = randomOf(seed);
    const parts = createPlayer();
    parts.start();
    const { next, shown } = eventsOf(parts, random);
    for (let step = 0; step < STEPS; step += 1) {
      const before = parts.states.length;
      await next();
      const becomesLive = parts.states.slice(before).some(({ kind }) => kind === 'live');
      // The newest frame of what turned out to be the present may have been shown just before.
      if (becomesLive) expect(Date.now() - shown.atMs).toBeLessThanOrEqual(1000);
      await vi.advanceTimersByTimeAsync(random() < 0.02 ? 5000 : 100);
      // The first frame of a connection gets 2.5 s, and a tick more; nobody judges what rests or is closed.
      if (parts.state().kind === 'live' && parts.video.isWatched) {
        expect(Date.now() - shown.atMs).toBeLessThanOrEqual(2750);
      }
    }
    parts.player.close();
    expect(vi.getTimerCount()).toBe(0);
  },
);
