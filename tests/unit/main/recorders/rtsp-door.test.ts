import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import {
  RtspDoor,
  type Dial,
  type DialTurn,
} from '../../../../src-main/app/recorders/login/gate/rtsp-door.ts';

const PATIENCE_MS = 1_500;
const A_WHILE_MS = 5_000;

beforeEach(() => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
});

const opened = (stream: string) => ({ stream, brokenSinceMs: null });

function dialOf(turn: DialTurn): Dial {
  if (typeof turn === 'string') throw new Error(turn);
  return turn;
}

async function scout(door: RtspDoor, stream = 'a'): Promise<Dial> {
  return dialOf(await door.admit(opened(stream), PATIENCE_MS));
}

describe('a page that dials at once', () => {
  it('spends one failed login where RTSP refuses: one goes first, the others share its outcome', async () => {
    const door = new RtspDoor();
    const first = await scout(door);
    const others = ['b', 'c'].map((stream) => door.admit(opened(stream), PATIENCE_MS));
    expect(door.settle(first, 'refused')).toBe('recorder');
    expect(await Promise.all(others)).toEqual(['held', 'held']);
    expect(door.isHeld('d')).toBe(true);
  });

  it('goes on as soon as the first is let in', async () => {
    const door = new RtspDoor();
    const first = await scout(door);
    const others = ['b', 'c'].map((stream) => door.admit(opened(stream), PATIENCE_MS));
    expect(door.settle(first, 'accepted')).toBeNull();
    expect(await Promise.all(others)).toMatchObject([{ stream: 'b' }, { stream: 'c' }]);
    // And so does what dials in the next moment.
    expect(await door.admit(opened('d'), 0)).toMatchObject({ stream: 'd' });
  });

  it('sends another one first when the first learnt nothing', async () => {
    const door = new RtspDoor();
    const first = await scout(door);
    const [b, c] = ['b', 'c'].map((stream) => door.admit(opened(stream), PATIENCE_MS));
    door.settle(first, 'untold');
    const second = dialOf((await b) ?? 'late');
    door.settle(second, 'refused');
    expect(await c).toBe('held');
  });

  it('does not wait for ever', async () => {
    const door = new RtspDoor();
    await scout(door);
    const late = door.admit(opened('b'), PATIENCE_MS);
    await vi.advanceTimersByTimeAsync(PATIENCE_MS);
    expect(await late).toBe('late');
    await vi.advanceTimersByTimeAsync(A_WHILE_MS);
    expect(await door.admit(opened('c'), 0)).toMatchObject({ stream: 'c' });
  });
});

describe('streams that break off', () => {
  it('are not covered by what a page learnt before, but by what one of them learns', async () => {
    const door = new RtspDoor();
    door.settle(await scout(door, 'page'), 'accepted');
    const first = dialOf(await door.admit({ stream: 'a', brokenSinceMs: -1 }, 0));
    expect(await door.admit({ stream: 'b', brokenSinceMs: -1 }, 0)).toBe('late');
    door.settle(first, 'accepted');
    expect(await door.admit({ stream: 'b', brokenSinceMs: -1 }, 0)).toMatchObject({ stream: 'b' });
  });
});

describe('a single stream that is refused', () => {
  it('is held alone when others were let in meanwhile, and asked once more', async () => {
    const door = new RtspDoor();
    const refused = await scout(door, 'a');
    await vi.advanceTimersByTimeAsync(A_WHILE_MS);
    door.settle(await scout(door, 'b'), 'accepted');
    expect(door.settle(refused, 'refused')).toBe('stream');
    expect([door.isHeld('a'), door.isHeld('b')]).toEqual([true, false]);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(door.isHeld('a')).toBe(false);
    expect(door.settle(await scout(door, 'a'), 'refused')).toBe('stream');
    await vi.advanceTimersByTimeAsync(30_000);
    expect([door.isHeld('a'), door.isDoubted]).toEqual([true, false]);
  });

  it('is what is left of a refusal of all, once another one is let in', async () => {
    const door = new RtspDoor();
    expect(door.settle(await scout(door, 'a'), 'refused')).toBe('recorder');
    door.clear('b');
    expect([door.isHeld('a'), door.isHeld('b')]).toEqual([true, false]);
  });
});

describe('what was forgotten', () => {
  it('tells whoever waits, and learns nothing more', async () => {
    const door = new RtspDoor();
    const first = await scout(door);
    const other = door.admit(opened('b'), PATIENCE_MS);
    door.end();
    expect(await other).toBe('held');
    expect(door.settle(first, 'refused')).toBeNull();
  });
});
