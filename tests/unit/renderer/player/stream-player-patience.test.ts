import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
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
      Promise.resolve(true),
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

  it('is left alone when it brought a picture while that was asked', async () => {
    let answer: (isFed: boolean) => void = () => undefined;
    const asked = new Promise<boolean>((resolve) => (answer = resolve));
    const { player, start, socket, sockets, state, goLive } = createPlayer(() => asked);
    start();
    socket().open();
    socket().receive({ type: 'mse', value: MIME });
    await vi.advanceTimersByTimeAsync(15_500);
    await goLive();
    answer(false);
    await vi.advanceTimersByTimeAsync(500);
    expect(state().kind).toBe('live');
    expect(sockets).toHaveLength(1);
    player.close();
  });

  it.each([
    [false, 6, 'no-media'],
    [true, 1, 'no-picture'],
  ])(
    'is given up after six waits in vain (media comes: %s)',
    async (isFed, connections, reason) => {
      const { player, start, socket, sockets, states } = createPlayer(() => Promise.resolve(isFed));
      start();
      for (let wait = 1; wait <= 6; wait += 1) {
        expect(states.map(({ kind }) => kind)).not.toContain('offline');
        if (sockets.length === wait) {
          socket().open();
          socket().receive({ type: 'mse', value: MIME });
        }
        await vi.advanceTimersByTimeAsync(isFed ? 15_000 : 16_000);
      }
      await vi.advanceTimersByTimeAsync(500);
      expect(states).toContainEqual(expect.objectContaining({ kind: 'offline', reason }));
      expect(sockets.length).toBeLessThanOrEqual(connections + 1);
      player.close();
    },
  );
});
