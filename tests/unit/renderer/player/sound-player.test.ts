import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  SoundPlayer,
  type SoundState,
} from '../../../../src-renderer/player/sound/sound-player.ts';
import { FakeVideo, fragment } from './fake-media.ts';
import { createFakeBrowser, settleMicrotasks } from './fakes.ts';

const STREAM = { url: 'ws://127.0.0.1:1984/api/ws?src=nvr1-ch1-main-sound', recorder: 1 };
const MIME = 'video/mp4; codecs="flac"';

function createSound() {
  const browser = createFakeBrowser();
  const element = new FakeVideo();
  const states: SoundState[] = [];
  const sound = new SoundPlayer(
    element as unknown as HTMLVideoElement,
    STREAM,
    (state) => states.push(state),
    browser.environment,
  );
  const socket = () => {
    const newest = browser.sockets.at(-1);
    if (!newest) throw new Error('no socket yet');
    return newest;
  };
  const hear = async () => {
    socket().open();
    socket().receive({ type: 'mse', value: MIME });
    browser.sources.at(-1)?.open();
    socket().receive(fragment({ isKeyframe: true }));
    await settleMicrotasks();
  };
  return { ...browser, element, states, sound, socket, hear };
}

describe('SoundPlayer', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('asks for sound alone and plays it as loud as it is told', async () => {
    const { sound, socket, states, element, hear } = createSound();
    sound.start(0.25);
    await hear();
    expect(JSON.parse(socket().sent[0] ?? '')).toEqual({
      type: 'mse',
      value: 'mp4a.40.2,flac,opus',
    });
    expect(states).toEqual(['connecting', 'playing']);
    expect(element).toMatchObject({ muted: false, volume: 0.25, paused: false });
    sound.setVolume(1);
    expect(element).toMatchObject({ volume: 1 });
    sound.close();
  });

  it('does not ask again where there is no sound', async () => {
    const { sound, socket, sockets, states } = createSound();
    sound.start(1);
    socket().open();
    socket().receive({
      type: 'error',
      value: 'mse: streams: codecs not matched: video:H264 => audio:FLAC',
    });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(states).toEqual(['connecting', 'none']);
    expect(sockets).toHaveLength(1);
    sound.close();
  });

  it('connects anew when nothing is heard any more', async () => {
    const { sound, states, sockets, hear } = createSound();
    sound.start(1);
    await hear();
    await vi.advanceTimersByTimeAsync(7000);
    expect(states.slice(0, 4)).toEqual(['connecting', 'playing', 'offline', 'connecting']);
    expect(sockets.filter(({ isClosed }) => !isClosed)).toHaveLength(1);
    sound.close();
  });

  it('leaves nothing behind', async () => {
    const { sound, sockets, element, hear } = createSound();
    sound.start(1);
    await hear();
    sound.close();
    expect(sockets.every(({ isClosed }) => isClosed)).toBe(true);
    expect(element.src).toBe('');
    expect(vi.getTimerCount()).toBe(0);
  });
});
