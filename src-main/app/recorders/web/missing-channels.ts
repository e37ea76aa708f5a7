import type { Nvr } from '@contract/models/nvr.ts';
import type { StreamCause } from '@contract/models/playback.ts';
import { type ChannelLook, lookAtChannels } from '../../isapi/probe/look-at-channels.ts';
import type { RecorderHttp } from './recorder-http.ts';

/** A camera that comes or goes is noticed within this, however often its tile asks. */
const FRESH_MS = 30_000;
/** A recorder that did not tell is left alone for so long. */
const UNTOLD_MS = 5 * 60 * 1000;

/** What the RTSP server's "not found" means, by the recorder's own lists. */
export type MissingCause = Extract<StreamCause, 'camera-offline' | 'channel-gone'>;

interface Answer {
  readonly look: ChannelLook | null;
  /** performance.now() */
  readonly untilMs: number;
}

/**
 * Asks a Hikvision-compatible recorder over ISAPI why a channel has no stream: its RTSP server says 404 both for a camera that is
 * unplugged and for a channel that was removed. One question at a time, however many tiles ask, and none again after a refused
 * login; what is not told stays unknown.
 */
export class MissingChannels {
  readonly #http: RecorderHttp;
  #answer: Answer | null = null;
  #asked: Promise<ChannelLook | null> | null = null;
  #stopping = new AbortController();

  constructor(http: RecorderHttp) {
    this.#http = http;
  }

  /** Ends a question under way. What another address or password was told counts no more. */
  async forget(): Promise<void> {
    const asked = this.#asked;
    this.#stopping.abort();
    this.#stopping = new AbortController();
    this.#asked = null;
    this.#answer = null;
    await asked;
  }

  /** The last answer at once where there is one, while a newer one may be fetched; else the first one. Null: unknown. Never rejects. */
  async causeOf(nvr: Nvr, password: string, channel: number): Promise<MissingCause | null> {
    if (nvr.layout.kind !== 'hikvision' || nvr.username === '') return null;
    const known = this.#answer;
    const isFresh = known !== null && performance.now() < known.untilMs;
    const asked = isFresh ? null : (this.#asked ??= this.#ask(nvr, password));
    const look = known === null ? await asked : known.look;
    return look === null ? null : causeIn(look, channel);
  }

  async #ask(nvr: Nvr, password: string): Promise<ChannelLook | null> {
    const { signal } = this.#stopping;
    const answer = await lookAtChannels(this.#http.client(nvr, password), signal);
    if (signal.aborted) return null;
    this.#asked = null;
    const look = answer.ok ? answer.value : null;
    // This password again would only bring the account nearer to its lock.
    const isRefused = !answer.ok && ['auth', 'locked'].includes(answer.error.kind);
    const forMs = look !== null ? FRESH_MS : isRefused ? Infinity : UNTOLD_MS;
    this.#answer = { look, untilMs: performance.now() + forMs };
    return look;
  }
}

/** A camera that counts as connected may lack only this stream. */
function causeIn({ channels, complete }: ChannelLook, wanted: number): MissingCause | null {
  const found = channels.find(({ channel }) => channel === wanted);
  if (found !== undefined) return found.online === false ? 'camera-offline' : null;
  return complete.some(({ from, to }) => wanted >= from && wanted <= to) ? 'channel-gone' : null;
}
