import type { ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import type { SimulatedClock } from '../health/simulated-clock.ts';
import { HEARTBEATS, type SimulatedEvent } from './simulated-event.ts';
import { framedEvent, type StreamFraming, USUAL_FRAMING } from './stream-framing.ts';

const STEP_MS = 10;

/** The recorder's alert stream: who listens, what they are sent, and what goes wrong with it. */
export class SimulatedEventChannel {
  /** How the bytes are written, from the next event on. */
  framing: StreamFraming = USUAL_FRAMING;
  /** The kind of heartbeat; null: none. */
  heartbeat: SimulatedEvent | null = HEARTBEATS.recorder;
  heartbeatMs = 10_000;
  /** More listeners are refused. */
  listenerLimit = Number.POSITIVE_INFINITY;
  /** Listeners are hung up on after so long; null: never. */
  closeAfterMs: number | null = null;
  /** False: "notSupport". */
  isSupported = true;
  /** The web server of another make, which has these events and nothing else. */
  isDahua = false;
  /** Nothing is sent, while the connections stay. */
  isSilent = false;
  /** Each write is cut into pieces of so many bytes, which arrive by themselves. */
  pieceBytes: number | null = null;
  /** Requests that were let in. */
  opened = 0;
  readonly #clock: SimulatedClock;
  readonly #listeners = new Set<ServerResponse>();
  #kept: SimulatedEvent[] = [];
  #sending: Promise<void> = Promise.resolve();

  constructor(clock: SimulatedClock) {
    this.#clock = clock;
  }

  get listeners(): number {
    return this.#listeners.size;
  }

  get isFull(): boolean {
    return this.#listeners.size >= this.listenerLimit;
  }

  /** Tells everybody who listens. Resolves when it is on its way. */
  emit(event: SimulatedEvent): Promise<void> {
    return this.send(framedEvent({ atMs: this.#clock.nowMs(), ...event }, this.framing));
  }

  /** Bytes of any kind. */
  send(bytes: Uint8Array): Promise<void> {
    this.#sending = this.#sending.then(() => this.#write([...this.#listeners], bytes));
    return this.#sending;
  }

  /** Sends an active event over and over. */
  async storm(event: SimulatedEvent, count: number, perSecond = 100): Promise<void> {
    const each = Math.max(1, Math.round((perSecond * STEP_MS) / 1000));
    for (let sent = 0; sent < count; sent += each) {
      for (let at = 0; at < Math.min(each, count - sent); at += 1) await this.emit(event);
      await delay(STEP_MS);
    }
  }

  /** Sends these to the next listener, as recorders do with what happened while nobody listened. */
  keepForNext(events: readonly SimulatedEvent[]): void {
    this.#kept.push(...events);
  }

  /** Hangs up on all listeners, in an orderly way. */
  closeAll(): void {
    for (const each of this.#listeners) each.end();
  }

  serve(response: ServerResponse): void {
    this.opened += 1;
    response.writeHead(200, { 'Content-Type': this.framing.contentType });
    response.flushHeaders();
    this.#listeners.add(response);
    const beat = setInterval(() => void this.#beat(response), this.heartbeatMs);
    const { closeAfterMs } = this;
    const end = closeAfterMs === null ? undefined : setTimeout(() => response.end(), closeAfterMs);
    response.on('close', () => {
      clearInterval(beat);
      clearTimeout(end);
      this.#listeners.delete(response);
    });
    const kept = this.#kept.splice(0);
    for (const event of kept) void this.#write([response], framedEvent(event, this.framing));
    void this.#beat(response);
  }

  async #beat(to: ServerResponse): Promise<void> {
    if (this.heartbeat === null) return;
    const beat = { ...this.heartbeat, atMs: this.#clock.nowMs() };
    await this.#write([to], framedEvent(beat, this.framing));
  }

  async #write(to: ServerResponse[], bytes: Uint8Array): Promise<void> {
    if (this.isSilent) return;
    const size = this.pieceBytes ?? Math.max(1, bytes.length);
    for (let at = 0; at < bytes.length; at += size) {
      for (const each of to) if (each.writable) each.write(bytes.subarray(at, at + size));
      if (this.pieceBytes !== null) await new Promise((resolve) => setImmediate(resolve));
    }
  }
}
