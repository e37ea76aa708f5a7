import { vi, type Mock } from 'vitest';
import type { PlayerState, StreamFeed } from '../../../../src-renderer/player/player-types.ts';
import { StreamPlayer } from '../../../../src-renderer/player/live/stream-player.ts';
import { FakeVideo, fragment } from './fake-media.ts';
import { createFakeBrowser, settleMicrotasks } from './fakes.ts';

export const STREAM = { url: 'ws://127.0.0.1:1984/api/ws?src=nvr1-ch1-sub', recorder: 1 };
export const STREAM_NAME = 'nvr1-ch1-sub';
export const MIME = 'video/mp4; codecs="avc1.640029"';
export const FRAME_MS = 100;

/** One player in a fake browser; times are fake timers'. */
export function createPlayer(feedOf?: () => Promise<StreamFeed>) {
  const browser = createFakeBrowser();
  const video = new FakeVideo();
  const states: PlayerState[] = [];
  const onFirstFrame: Mock<() => void> = vi.fn();
  const player = new StreamPlayer({
    video: video as unknown as HTMLVideoElement,
    stream: STREAM,
    environment: browser.environment,
    ...(feedOf && { feedOf }),
  });
  const listener = { onState: (state: PlayerState) => states.push(state), onFirstFrame };
  const start = () => player.start(listener);
  const socket = () => {
    const newest = browser.sockets.at(-1);
    if (!newest) throw new Error('no socket yet');
    return newest;
  };
  const kinds = () => states.map((state) => state.kind);
  const state = () => states.at(-1) ?? { kind: 'idle' };
  /** Bytes of a coded picture. */
  const coded = { bytes: 1000 };
  const receive = async (isKeyframe: boolean, seconds: number) => {
    const buffer = browser.sources.at(-1)?.buffers[0];
    if (buffer) buffer.secondsPerAppend = seconds;
    socket().receive(fragment({ isKeyframe, bytes: coded.bytes }));
    await settleMicrotasks();
  };
  /** go2rtc answers with media of the present and its first frame appears. */
  const goLive = async (mediaTimeS = video.currentTime + 0.1) => {
    socket().open();
    socket().receive({ type: 'mse', value: MIME });
    if (browser.sources.at(-1)?.readyState === 'closed') browser.sources.at(-1)?.open();
    await receive(true, FRAME_MS / 1000);
    await vi.advanceTimersByTimeAsync(FRAME_MS);
    await receive(false, FRAME_MS / 1000);
    video.show(mediaTimeS);
  };
  /** Frames and media keep coming. */
  const playFor = async (durationMs: number) => {
    for (let passedMs = 0; passedMs < durationMs; passedMs += FRAME_MS) {
      await receive(false, FRAME_MS / 1000);
      video.show(video.currentTime + FRAME_MS / 1000);
      await vi.advanceTimersByTimeAsync(FRAME_MS);
    }
  };
  return {
    ...browser,
    ...{ player, start, listener, onFirstFrame },
    ...{ coded, video, states, kinds, state, socket, receive, goLive, playFor },
  };
}
