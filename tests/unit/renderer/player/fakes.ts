import { vi } from 'vitest';
import { OpenStreams } from '../../../../src-renderer/player/connection/open-streams.ts';
import { NewsBoard } from '../../../../src-renderer/player/live/news-board.ts';
import type { PlayerEnvironment } from '../../../../src-renderer/player/player-environment.ts';
import type { StreamRef } from '../../../../src-renderer/player/player-types.ts';
import { SocketGate } from '../../../../src-renderer/player/connection/socket-gate.ts';
import { LookBudget } from '../../../../src-renderer/player/picture/look-budget.ts';
import type { Look } from '../../../../src-renderer/player/picture/stillness.ts';
import { Ticker } from '../../../../src-renderer/player/ticker.ts';
import { VideoPool } from '../../../../src-renderer/player/pool/video-pool.ts';
import { FakeMediaSource, FakeVideo, fragment } from './fake-media.ts';

export class FakeSocket extends EventTarget {
  readonly url: string;
  readonly sent: string[] = [];
  binaryType = 'blob';
  isClosed = false;

  constructor(url: string) {
    super();
    this.url = url;
  }

  send(text: string): void {
    this.sent.push(text);
  }

  close(): void {
    this.isClosed = true;
  }

  open(): void {
    this.dispatchEvent(new Event('open'));
  }

  receive(data: unknown): void {
    const text = data instanceof ArrayBuffer ? data : JSON.stringify(data);
    this.dispatchEvent(new MessageEvent('message', { data: text }));
  }

  /** The other side ends it. */
  drop(): void {
    this.isClosed = true;
    this.dispatchEvent(new Event('close'));
  }
}

/** A browser whose sockets and media sources the test holds in its hands. */
export function createFakeBrowser() {
  // Equal to `Date.now()` until somebody sets the clock.
  const baseMs = Date.now() - performance.now();
  const sockets: FakeSocket[] = [];
  const sources: FakeMediaSource[] = [];
  const page: { isPainting: boolean; canDecode: boolean; picture: number | null } = {
    ...{ isPainting: true, canDecode: true },
    picture: null,
  };
  const environment: PlayerEnvironment = {
    ticker: new Ticker(),
    gate: new SocketGate(),
    opened: new OpenStreams(),
    news: new NewsBoard(),
    activity: { isPainting: () => page.isPainting },
    createSocket: (url) => {
      const socket = new FakeSocket(url);
      sockets.push(socket);
      return socket as unknown as WebSocket;
    },
    createMediaSource: () => {
      const source = new FakeMediaSource();
      sources.push(source);
      return source as unknown as MediaSource;
    },
    createMediaUrl: () => `blob:fake-${sources.length}`,
    isTypeSupported: () => page.canDecode,
    lookBudget: new LookBudget(),
    look: (_, isClose) => Promise.resolve(lookAt(page.picture, isClose)),
    now: () => baseMs + performance.now(),
    random: () => 0,
  };
  return { environment, sockets, sources, page };
}

function lookAt(picture: number | null, isClose: boolean): Look | null {
  if (picture === null) return null;
  const whole = { hash: picture, cells: Uint8Array.of(picture) };
  return { bandsHash: picture, whole: isClose ? whole : null };
}

/** Lets queued microtasks run under fake timers without moving the clock. */
export async function settleMicrotasks(): Promise<void> {
  await vi.advanceTimersByTimeAsync(0);
}

const FRAME_MS = 100;

function createFakeLot(): ParentNode {
  const append = (video: FakeVideo): void => {
    video.parent = null;
  };
  return { append } as unknown as ParentNode;
}

/** A fake browser with a videoPool of fake videos, and streams that go live by their URL. */
export function createFakeWall() {
  const browser = createFakeBrowser();
  const { sockets, sources } = browser;
  const videos: FakeVideo[] = [];
  const mediaUrls = new Map<string, string>();
  const videoPool = new VideoPool(() => {
    const video = new FakeVideo();
    videos.push(video);
    return video as unknown as HTMLVideoElement;
  }, createFakeLot);
  const openUrls = () => sockets.filter((socket) => !socket.isClosed).map(({ url }) => url);
  const socketOf = ({ url }: StreamRef) =>
    sockets.findLast((socket) => socket.url === url && !socket.isClosed);
  const sourceOf = ({ url }: StreamRef) =>
    sources[Number(mediaUrls.get(url)?.replace('blob:fake-', '')) - 1];
  const videoOf = ({ url }: StreamRef) => {
    const video = videos.find(({ src }) => src === mediaUrls.get(url));
    if (!video) throw new Error(`no video plays ${url}`);
    return video;
  };
  const receive = async (ref: StreamRef, isKeyframe: boolean) => {
    const buffer = sourceOf(ref)?.buffers[0];
    if (buffer) buffer.secondsPerAppend = FRAME_MS / 1000;
    socketOf(ref)?.receive(fragment({ isKeyframe }));
    await settleMicrotasks();
  };
  /** Media of the present arrives; whether it is shown is another matter. */
  const playFor = async (ref: StreamRef, durationMs: number) => {
    for (let passedMs = 0; passedMs < durationMs; passedMs += FRAME_MS) {
      await vi.advanceTimersByTimeAsync(FRAME_MS);
      await receive(ref, passedMs % 1000 === 0);
    }
  };
  const connect = async (ref: StreamRef) => {
    socketOf(ref)?.open();
    socketOf(ref)?.receive({ type: 'mse', value: 'video/mp4; codecs="avc1.640029"' });
    mediaUrls.set(ref.url, `blob:fake-${sources.length}`);
    sourceOf(ref)?.open();
    await playFor(ref, 2 * FRAME_MS);
  };
  const goLive = async (ref: StreamRef) => {
    await connect(ref);
    videoOf(ref).show(0.1);
  };
  return { ...browser, videoPool, videos, openUrls, socketOf, videoOf, connect, playFor, goLive };
}
