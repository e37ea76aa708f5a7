import type { Nvr } from '@contract/models/nvr.ts';
import type { StreamCause } from '@contract/models/playback.ts';
import { HttpClient } from '../isapi/http/http-client.ts';
import { type ChannelLook, lookAtChannels } from '../isapi/probe/look-at-channels.ts';

/** A camera that comes or goes is noticed within this, however often its tile asks. */
const FRESH_MS = 30_000;
/** A recorder that did not tell is left alone for so long. */
const UNTOLD_MS = 5 * 60 * 1000;
const CALL_TIMEOUT_MS = 5_000;

/** What the RTSP server's "not found" means, by the recorder's own lists. */
export type MissingCause = Extract<StreamCause, 'camera-offline' | 'channel-gone'>;

/** A recorder as it is stored, with the password that it takes. */
export interface RecorderToAsk {
  readonly nvr: Nvr;
  readonly password: string;
}

interface Answer {
  readonly look: ChannelLook | null;
  /** performance.now() */
  readonly untilMs: number;
}

/**
 * Asks a Hikvision-compatible recorder over ISAPI why a channel has no stream: its RTSP server says 404 both for a camera that is
 * unplugged and for a channel that was removed. One question at a time for a recorder, however many tiles ask, and none again after
 * a refused login; what is not told stays unknown.
 */
export class MissingChannels {
  /** By recorder, login included: what another address or password was told counts no more. */
  readonly #answers = new Map<string, Answer>();
  readonly #asked = new Map<string, Promise<ChannelLook | null>>();
  #stopping = new AbortController();

  start(): void {
    this.#stopping = new AbortController();
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await Promise.all(this.#asked.values());
    this.#answers.clear();
  }

  /** The last answer at once where there is one, while a newer one may be fetched; else the first one. Null: unknown. Never rejects. */
  async causeOf(recorder: RecorderToAsk, channel: number): Promise<MissingCause | null> {
    const { layout, username } = recorder.nvr;
    if (layout.kind !== 'hikvision' || username === '') return null;
    const key = keyOf(recorder);
    const known = this.#answers.get(key);
    const isFresh = known !== undefined && performance.now() < known.untilMs;
    const asked = isFresh ? null : (this.#asked.get(key) ?? this.#ask(key, recorder));
    const look = known === undefined ? ((await asked) ?? null) : known.look;
    return look === null ? null : causeIn(look, channel);
  }

  #ask(key: string, { nvr, password }: RecorderToAsk): Promise<ChannelLook | null> {
    const { host, httpPort: port, isHttps, fingerprint, username } = nvr;
    const client = new HttpClient(
      { host, port, isHttps, username, password },
      {
        trust: { pinnedFingerprint: fingerprint, canTrustFirstUse: false },
        timeoutMs: CALL_TIMEOUT_MS,
      },
    );
    const { signal } = this.#stopping;
    const asking = lookAtChannels(client, signal).then((answer) => {
      this.#asked.delete(key);
      if (signal.aborted) return null;
      const look = answer.ok ? answer.value : null;
      // This password again would only bring the account nearer to its lock.
      const isRefused = !answer.ok && ['auth', 'locked'].includes(answer.error.kind);
      const forMs = look !== null ? FRESH_MS : isRefused ? Infinity : UNTOLD_MS;
      this.#answers.set(key, { look, untilMs: performance.now() + forMs });
      return look;
    });
    this.#asked.set(key, asking);
    return asking;
  }
}

function keyOf({ nvr: { id, host, httpPort, username }, password }: RecorderToAsk): string {
  return JSON.stringify([id, host, httpPort, username, password]);
}

/** A camera that counts as connected may lack only this stream. */
function causeIn({ channels, complete }: ChannelLook, wanted: number): MissingCause | null {
  const found = channels.find(({ channel }) => channel === wanted);
  if (found !== undefined) return found.online === false ? 'camera-offline' : null;
  return complete.some(({ from, to }) => wanted >= from && wanted <= to) ? 'channel-gone' : null;
}
