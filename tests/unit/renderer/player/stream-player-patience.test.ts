import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { StreamFeed } from '../../../../src-renderer/player/player-types.ts';
import { createPlayer, MIME } from './player-harness.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a connection that was answered and brings no picture', () => {
  it('is made anew after 15 s in which nothing came', async () => {
    const { player, start, socket, sockets, state, goLive } = createPlayer();
    start();
    socket().open();
    socket().receive({ type: 'mse', value: MIME });
    await vi.advanceTimersByTimeAsync(14_900);
    expect(state().kind).toBe('connecting');
    await vi.advanceTimersByTimeAsync(200);
    expect(state()).toMatchObject({ kind: 'connecting', after: 'no-media' });
    await vi.advanceTimersByTimeAsync(5000);
    expect(state()).toMatchObject({ kind: 'connecting', after: 'no-media' });
    expect(sockets).toHaveLength(2);
    await goLive();
    expect(state().kind).toBe('live');
    player.close();
  });

  it('is kept while its recorder sends something: the next keyframe may come any moment', async () => {
    const { player, start, socket, sockets, state, goLive } = createPlayer(() =>
      Promise.resolve('media'),
    );
    start();
    socket().open();
    socket().receive({ type: 'mse', value: MIME });
    await vi.advanceTimersByTimeAsync(40_000);
    expect(state()).toMatchObject({ kind: 'connecting', after: 'no-picture' });
    await goLive();
    expect(state().kind).toBe('live');
    expect(sockets).toHaveLength(1);
    player.close();
  });

  it('is kept while its session is silent for as long as the slowest stream takes to its first keyframe', async () => {
    const parts = createPlayer(() => Promise.resolve('silence'));
    parts.start();
    parts.socket().open();
    parts.socket().receive({ type: 'mse', value: MIME });
    await vi.advanceTimersByTimeAsync(40_000);
    await parts.goLive();
    expect(parts.state().kind).toBe('live');
    expect(parts.sockets).toHaveLength(1);
    parts.player.close();
  });

  it.each([
    // Nothing at all for longer than the slowest stream takes from frame to frame.
    ['silence', 'no-media'],
    // Its last packet was some seconds ago.
    ['pause', 'first-picture'],
  ] as const)('may be a slow stream at first (%s), and is then %s', async (feed, later) => {
    const { player, start, socket, sockets, state } = createPlayer(() => Promise.resolve(feed));
    start();
    socket().open();
    socket().receive({ type: 'mse', value: MIME });
    await vi.advanceTimersByTimeAsync(15_500);
    expect(state()).toMatchObject({ kind: 'connecting', after: 'first-picture' });
    await vi.advanceTimersByTimeAsync(15_000);
    expect(state()).toMatchObject({ kind: 'connecting', after: later });
    expect(sockets).toHaveLength(1);
    player.close();
  });

  it('is left alone when it brought a picture while that was asked', async () => {
    let answer: (feed: StreamFeed) => void = () => undefined;
    const asked = new Promise<StreamFeed>((resolve) => (answer = resolve));
    const { player, start, socket, sockets, state, goLive } = createPlayer(() => asked);
    start();
    socket().open();
    socket().receive({ type: 'mse', value: MIME });
    await vi.advanceTimersByTimeAsync(15_500);
    await goLive();
    answer('nothing');
    await vi.advanceTimersByTimeAsync(500);
    expect(state().kind).toBe('live');
    expect(sockets).toHaveLength(1);
    player.close();
  });

  it.each([
    ['nothing', 6, 'no-media'],
    // A slow stream's keyframe may be half a minute away.
    ['silence', 3, 'no-media'],
    ['media', 1, 'no-picture'],
  ] as const)(
    'is given up after six waits in vain (%s comes)',
    async (feed, connections, reason) => {
      const { player, start, socket, sockets, states } = createPlayer(() => Promise.resolve(feed));
      start();
      let opened = 0;
      for (let wait = 1; wait <= 6; wait += 1) {
        expect(states.map(({ kind }) => kind)).not.toContain('offline');
        if (sockets.length > opened) {
          opened = sockets.length;
          socket().open();
          socket().receive({ type: 'mse', value: MIME });
        }
        await vi.advanceTimersByTimeAsync(feed === 'media' ? 15_000 : 16_000);
      }
      await vi.advanceTimersByTimeAsync(500);
      expect(states).toContainEqual(expect.objectContaining({ kind: 'offline', reason }));
      expect(sockets.length).toBeLessThanOrEqual(connections + 1);
      player.close();
    },
  );
});

describe('a connection that fell silent', () => {
  const silent = async (feed: StreamFeed) => {
    const parts = createPlayer(() => Promise.resolve(feed));
    parts.start();
    await parts.goLive();
    await parts.playFor(2000);
    return parts;
  };

  it('is kept while its session is: go2rtc dials it anew, and what comes may go on at once', async () => {
    const { player, sockets, state, playFor } = await silent('silence');
    await vi.advanceTimersByTimeAsync(11_000);
    expect(state().kind).toBe('stale');
    expect(sockets).toHaveLength(1);
    await playFor(1000);
    expect(state().kind).toBe('live');
    player.close();
  });

  it('is kept when its media comes in the very moment of the answer', async () => {
    const answers: ((feed: StreamFeed) => void)[] = [];
    const parts = createPlayer(() => new Promise((resolve) => answers.push(resolve)));
    parts.start();
    await parts.goLive();
    await parts.playFor(2000);
    await vi.advanceTimersByTimeAsync(6000);
    answers.at(-1)?.('media');
    await parts.playFor(1000);
    expect(parts.state().kind).toBe('live');
    expect(parts.sockets).toHaveLength(1);
    parts.player.close();
  });

  it('is made anew after 12 s', async () => {
    const { player, sockets } = await silent('silence');
    await vi.advanceTimersByTimeAsync(13_000);
    expect(sockets).toHaveLength(2);
    player.close();
    expect(vi.getTimerCount()).toBe(0);
  });

  it.each(['media', 'nothing'] as const)(
    'is made anew just before go2rtc would, where there is %s',
    async (feed) => {
      const { player, sockets } = await silent(feed);
      await vi.advanceTimersByTimeAsync(4000);
      expect(sockets).toHaveLength(1);
      await vi.advanceTimersByTimeAsync(2000);
      expect(sockets).toHaveLength(2);
      player.close();
    },
  );
});
