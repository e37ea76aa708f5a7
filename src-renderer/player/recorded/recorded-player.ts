import type { RecordingCommand, RecordingNews } from '@contract/models/recording.ts';
import type { RecordedState } from '../player-types.ts';
import { PictureDecoder } from './picture-decoder.ts';

/** The head of a picture: its moment (float64) and whether it is a keyframe (uint32). */
const HEADER_BYTES = 12;
const KEYFRAME_AT = 8;

/** Who hears of a recording. */
export interface RecordedListener {
  onState: (state: RecordedState) => void;
  /** A picture was drawn. @param atMs when it was recorded, Unix time in ms */
  onPicture: (atMs: number) => void;
}

/** Shows one camera's recording on a canvas, over one WebSocket to the RTSP gateway for as long as it is looked at. */
export class RecordedPlayer {
  readonly #canvas: HTMLCanvasElement;
  readonly #listener: RecordedListener;
  readonly #socket: WebSocket;
  #decoder: PictureDecoder | null = null;
  /** Until the connection is there. */
  #first: RecordingCommand | null = null;
  #isOver = false;

  constructor(url: string, canvas: HTMLCanvasElement, listener: RecordedListener) {
    this.#canvas = canvas;
    this.#listener = listener;
    this.#socket = new WebSocket(url);
    this.#socket.binaryType = 'arraybuffer';
    this.#socket.addEventListener('open', () => {
      if (this.#first !== null) this.#send(this.#first);
    });
    this.#socket.addEventListener('message', ({ data }: MessageEvent<string | ArrayBuffer>) => {
      if (typeof data === 'string') this.#hear(JSON.parse(data) as RecordingNews);
      else this.#see(data);
    });
    this.#socket.addEventListener('close', () => {
      this.#end({ kind: 'failed', cause: 'connection-lost' });
    });
  }

  /** From this moment on, Unix time in ms. */
  play(atMs: number): void {
    this.#listener.onState({ kind: 'connecting' });
    this.#send({ kind: 'play', atMs });
  }

  halt(): void {
    this.#send({ kind: 'halt' });
  }

  /** Gives the recorder's session back. The canvas keeps its picture. */
  close(): void {
    this.#isOver = true;
    this.#decoder?.close();
    this.#socket.close();
  }

  #send(command: RecordingCommand): void {
    const { readyState } = this.#socket;
    if (readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(command));
    else if (readyState === WebSocket.CONNECTING) this.#first = command;
  }

  #hear(news: RecordingNews): void {
    if (this.#isOver) return;
    if (news.kind === 'failed') {
      this.#end({ kind: 'failed', cause: news.cause });
      return;
    }
    if (news.kind === 'playing') this.#decode(news.encoding);
    this.#listener.onState({ kind: news.kind });
  }

  /** Pictures of another moment begin with a keyframe, and those before them are not wanted any more. */
  #decode(encoding: 'H264' | 'H265'): void {
    this.#decoder?.close();
    this.#decoder = new PictureDecoder(encoding, {
      onFrame: (frame, atMs) => this.#draw(frame, atMs),
      onUnsupported: (codec) => this.#end({ kind: 'unsupported', codec }),
    });
  }

  #see(data: ArrayBuffer): void {
    const head = new DataView(data, 0, HEADER_BYTES);
    this.#decoder?.push({
      atMs: head.getFloat64(0, true),
      isKeyframe: head.getUint32(KEYFRAME_AT, true) === 1,
      bytes: new Uint8Array(data, HEADER_BYTES),
    });
  }

  #draw(frame: VideoFrame, atMs: number): void {
    const { displayWidth, displayHeight } = frame;
    const canvas = this.#canvas;
    if (canvas.width !== displayWidth || canvas.height !== displayHeight) {
      canvas.width = displayWidth;
      canvas.height = displayHeight;
    }
    canvas.getContext('2d')?.drawImage(frame, 0, 0);
    frame.close();
    this.#listener.onPicture(atMs);
  }

  #end(state: RecordedState): void {
    if (this.#isOver) return;
    this.close();
    this.#listener.onState(state);
  }
}
