import { request } from '../../api/ipc-client.ts';
import type { RecordedState } from '../../player/player-types.ts';
import { RecordedPlayer } from '../../player/recorded/recorded-player.ts';
import { noteReview } from '../../store/review-store.ts';

const TOLD_EVERY_MS = 100;
/** A recorder's clock that was not known may be by then: it is asked about itself once a minute. */
const DOUBTED_MS = 60_000;

/** One camera's recording on a canvas, for as long as it is looked at: asks main for it once, and again where it broke off. */
export class RecordingSession {
  readonly #cameraId: number;
  readonly #canvas: HTMLCanvasElement;
  #player: RecordedPlayer | null = null;
  #isOpening = false;
  /** When its clock was not known (performance.now()); null: it was. */
  #doubtedAtMs: number | null = null;
  /** The newest counts. */
  #wantedMs = 0;
  #toldAtMs = -Infinity;
  /** It is to stand still with the first picture of what was asked for. */
  #isHaltWanted = false;
  #isShown = false;
  #isOver = false;

  constructor(cameraId: number, canvas: HTMLCanvasElement) {
    this.#cameraId = cameraId;
    this.#canvas = canvas;
  }

  play(atMs: number): void {
    this.#wantedMs = atMs;
    this.#toldAtMs = -Infinity;
    this.#isHaltWanted = false;
    this.#isShown = false;
    if (this.#doubtedAtMs !== null && performance.now() - this.#doubtedAtMs > DOUBTED_MS) {
      this.#player?.close();
      this.#player = null;
    }
    if (this.#player !== null) this.#player.play(atMs);
    else if (!this.#isOpening) void this.#open();
  }

  halt(): void {
    if (this.#isShown) this.#player?.halt();
    else this.#isHaltWanted = true;
  }

  close(): void {
    this.#isOver = true;
    this.#player?.close();
  }

  async #open(): Promise<void> {
    this.#isOpening = true;
    noteReview({ state: { kind: 'connecting' } });
    const opened = await request('recording:open', {
      cameraId: this.#cameraId,
      atMs: Math.floor(this.#wantedMs),
    });
    this.#isOpening = false;
    if (this.#isOver) return;
    if (!opened.ok) noteReview({ state: { kind: 'refused', words: opened.error.message } });
    else if (opened.value.state !== 'open') noteReview({ state: { kind: opened.value.state } });
    else {
      const { url, isClockKnown } = opened.value;
      this.#doubtedAtMs = isClockKnown ? null : performance.now();
      noteReview({ isClockKnown });
      this.#player = new RecordedPlayer(url, this.#canvas, {
        onState: (state) => this.#onState(state),
        onPicture: (atMs) => this.#onPicture(atMs),
      });
      this.#player.play(this.#wantedMs);
    }
  }

  #onState(state: RecordedState): void {
    if (this.#isOver) return;
    // Whatever is asked for next begins anew.
    if (state.kind === 'failed' || state.kind === 'unsupported') this.#player = null;
    noteReview({ state });
  }

  /** The page need not be drawn anew with each picture. */
  #onPicture(atMs: number): void {
    const nowMs = performance.now();
    this.#isShown = true;
    if (this.#isHaltWanted) {
      this.#isHaltWanted = false;
      this.#player?.halt();
    }
    if (this.#isOver || nowMs - this.#toldAtMs < TOLD_EVERY_MS) return;
    this.#toldAtMs = nowMs;
    noteReview({ shownAtMs: atMs });
  }
}
