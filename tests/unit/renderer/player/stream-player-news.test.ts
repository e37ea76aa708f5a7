import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { StreamCause } from '../../../../src-renderer/player/player-types.ts';
import { createPlayer, FRAME_MS, MIME, STREAM_NAME } from './player-harness.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
});
afterEach(() => {
  vi.useRealTimers();
});

function createNewsPlayer() {
  const parts = createPlayer();
  const { news } = parts.environment;
  const fail = (cause: StreamCause, status: number | null = null) =>
    news.publish(STREAM_NAME, { kind: 'failed', cause, status });
  return { ...parts, news, fail };
}

describe('the cause of a failure', () => {
  it('is told in whatever order news and error come, or without an error', async () => {
    const text = 'mse: streams: wrong response on SETUP';
    for (const order of ['news first', 'error first', 'news alone']) {
      const { player, start, socket, state, fail } = createNewsPlayer();
      start();
      socket().open();
      if (order === 'error first') socket().receive({ type: 'error', value: text });
      fail('udp-only', 461);
      if (order === 'news first') socket().receive({ type: 'error', value: text });
      expect(state()).toMatchObject({ kind: 'offline', reason: 'udp-only' });
      await vi.advanceTimersByTimeAsync(FRAME_MS);
      expect(state()).toMatchObject({ kind: 'offline', reason: 'udp-only' });
      player.close();
      expect(vi.getTimerCount()).toBe(0);
    }
  });

  it('is told at once where go2rtc takes a refused PLAY for silence, and asked ever more rarely', async () => {
    const { player, start, socket, sockets, state, fail } = createNewsPlayer();
    start();
    for (let passedMs = 0; passedMs < 60_000; passedMs += 250) {
      if (sockets.at(-1)?.isClosed === false) {
        socket().open();
        socket().receive({ type: 'mse', value: MIME });
        fail('session-limit', 453);
        expect(state()).toMatchObject({ kind: 'offline', reason: 'session-limit' });
      }
      await vi.advanceTimersByTimeAsync(250);
    }
    expect(sockets.length).toBeLessThanOrEqual(8);
    player.close();
  });

  it('of another stream is nothing', () => {
    const { player, start, socket, kinds, news } = createNewsPlayer();
    start();
    socket().open();
    news.publish('nvr1-ch2-sub', { kind: 'failed', cause: 'udp-only', status: 461 });
    expect(kinds()).toEqual(['connecting']);
    player.close();
  });

  it('stays "refused" while its login is withheld', async () => {
    const { player, start, socket, state, fail } = createNewsPlayer();
    start();
    socket().open();
    fail('login-refused', 401);
    await vi.advanceTimersByTimeAsync(15_000);
    socket().open();
    fail('refused-here');
    expect(state().kind).toBe('refused');
    player.close();
  });
});

it('a slow recorder gets 30 s, and is called slow, not gone', async () => {
  const { player, start, socket, sockets, state, news, goLive } = createNewsPlayer();
  start();
  socket().open();
  await vi.advanceTimersByTimeAsync(4000);
  news.publish(STREAM_NAME, { kind: 'slow' });
  await vi.advanceTimersByTimeAsync(22_000);
  expect(state()).toMatchObject({ kind: 'connecting', after: 'slow' });
  expect(sockets).toHaveLength(1);
  await goLive();
  expect(state().kind).toBe('live');
  player.close();
});

it('lost packets damage the picture up to the next keyframe', async () => {
  const { player, start, state, news, receive, goLive, playFor } = createNewsPlayer();
  start();
  await goLive();
  await playFor(3000);
  news.publish(STREAM_NAME, { kind: 'lost', packets: 1 });
  await playFor(1000);
  expect(state().kind).toBe('damaged');
  await receive(true, FRAME_MS / 1000);
  await playFor(3000);
  expect(state().kind).toBe('live');
  player.close();
});

describe('a server that ends each session after 10 s', () => {
  it.each(['news', 'go2rtc'])('is dialled anew at once, told by %s', async (teller) => {
    const { player, start, socket, sockets, kinds, fail, goLive, playFor } = createNewsPlayer();
    start();
    await goLive();
    for (let session = 1; session <= 6; session += 1) {
      await playFor(10_000);
      if (teller === 'news') fail('connection-lost');
      else socket().drop();
      await vi.advanceTimersByTimeAsync(500);
      expect(sockets).toHaveLength(session + 1);
      await goLive();
    }
    expect(kinds()).not.toContain('offline');
    player.close();
  });
});

describe('an encrypted stream', () => {
  it('is never live, also when it is tried again', async () => {
    const { player, start, kinds, state, news, goLive } = createNewsPlayer();
    start();
    await goLive();
    news.publish(STREAM_NAME, { kind: 'encrypted' });
    expect(state()).toMatchObject({ kind: 'offline', reason: 'encrypted' });
    const before = kinds().length;
    for (let round = 0; round < 4; round += 1) {
      await vi.advanceTimersByTimeAsync(30_000);
      await goLive();
      news.publish(STREAM_NAME, { kind: 'encrypted' });
    }
    expect(kinds().slice(before)).not.toContain('live');
    player.close();
  });

  it('is live once it is encrypted no more', async () => {
    const { player, start, state, news, goLive, playFor } = createNewsPlayer();
    start();
    await goLive();
    news.publish(STREAM_NAME, { kind: 'encrypted' });
    await vi.advanceTimersByTimeAsync(500);
    await goLive();
    await playFor(7000);
    expect(state().kind).toBe('live');
    player.close();
  });
});

it.each([-2 * 86_400_000, 10 * 365 * 86_400_000])(
  'a clock that is set by %i ms changes no state',
  async (stepMs) => {
    const { player, start, sockets, kinds, goLive, playFor } = createNewsPlayer();
    start();
    await goLive();
    await playFor(3000);
    vi.setSystemTime(Date.now() + stepMs);
    await playFor(12_000);
    expect(kinds()).toEqual(['connecting', 'live']);
    expect(sockets).toHaveLength(1);
    player.close();
  },
);
