import { z } from 'zod';
import { API_USER } from './go2rtc-config.ts';

/** The part of what go2rtc tells of a stream that is read. */
const streamSchema = z.object({
  producers: z
    .array(
      z.object({
        medias: z.array(z.string()).nullish(),
        receivers: z.array(z.object({ packets: z.number().nullish() })).nullish(),
      }),
    )
    .nullish(),
  consumers: z.array(z.unknown()).nullish(),
});
const streamsSchema = z.record(z.string(), streamSchema);

const REQUEST_TIMEOUT_MS = 5_000;
/** Shorter: a hung go2rtc shows frozen pictures for as long as nobody notices. */
const PROBE_TIMEOUT_MS = 2_000;

/** Speaks go2rtc's HTTP API on loopback. Every call may throw; messages never hold a source URL. */
export class Go2rtcClient {
  readonly authorization: string;
  readonly #base: string;

  constructor(apiPort: number, token: string) {
    this.#base = `http://127.0.0.1:${apiPort}`;
    this.authorization = `Basic ${Buffer.from(`${API_USER}:${token}`).toString('base64')}`;
  }

  /** The WebSocket a tile opens, without the `src` parameter. */
  get playbackEndpoint(): string {
    return `${this.#base.replace('http', 'ws')}/api/ws`;
  }

  /** Answers whether go2rtc serves requests now. */
  async isHealthy(): Promise<boolean> {
    try {
      await this.#call('GET', '/api', {}, AbortSignal.timeout(PROBE_TIMEOUT_MS));
      return true;
    } catch {
      return false;
    }
  }

  /** Creates or replaces a stream, in memory only: PATCH, since PUT would write the source to go2rtc's config file. */
  async putStream(name: string, source: string): Promise<void> {
    await this.#call('PATCH', '/api/streams', { name, src: source });
  }

  /** The names of all streams go2rtc knows. */
  async streamNames(): Promise<string[]> {
    return Object.keys(await this.#streams());
  }

  /** The names of those streams that nobody watches, listens to or records. */
  async idleStreamNames(): Promise<string[]> {
    const streams = Object.entries(await this.#streams());
    return streams.filter(([, { consumers }]) => !consumers?.length).map(([name]) => name);
  }

  /** Whether the source of a running stream offers audio: go2rtc lists it as "audio, recvonly, PCMU/8000". */
  async hasAudio(name: string): Promise<boolean> {
    const { producers } = (await this.#streams())[name] ?? {};
    return (producers ?? []).some(({ medias }) =>
      medias?.some((media) => media.startsWith('audio, recvonly')),
    );
  }

  /** How many packets of media the present session of a stream has brought; null without one. */
  async receivedPackets(name: string): Promise<number | null> {
    const answer = await this.#call('GET', '/api/streams', { src: name });
    const { producers } = streamSchema.parse(JSON.parse(answer));
    const receivers = (producers ?? []).flatMap((producer) => producer.receivers ?? []);
    if (receivers.length === 0) return null;
    return receivers.reduce((sum, { packets }) => sum + (packets ?? 0), 0);
  }

  async deleteStream(name: string): Promise<void> {
    await this.#call('DELETE', '/api/streams', { src: name });
  }

  /** A stream as fragmented MP4 (go2rtc's `internal/mp4`), beginning with a keyframe, until the signal; it ends by itself only when it is lost. */
  async openMp4(name: string, signal: AbortSignal): Promise<ReadableStream<Uint8Array>> {
    const query = new URLSearchParams({ src: name }).toString();
    const headers = { Authorization: this.authorization };
    const response = await fetch(`${this.#base}/api/stream.mp4?${query}`, { headers, signal });
    if (response.ok && response.body) return response.body;
    await response.body?.cancel();
    throw new Error(`go2rtc answered ${response.status} to GET /api/stream.mp4`);
  }

  async #streams(): Promise<z.infer<typeof streamsSchema>> {
    return streamsSchema.parse(JSON.parse(await this.#call('GET', '/api/streams', {})));
  }

  async #call(
    method: string,
    path: string,
    query: Record<string, string>,
    signal = AbortSignal.timeout(REQUEST_TIMEOUT_MS),
  ): Promise<string> {
    const response = await fetch(`${this.#base}${path}?${new URLSearchParams(query).toString()}`, {
      method,
      headers: { Authorization: this.authorization },
      signal,
    });
    const body = await response.text();
    if (!response.ok) {
      throw new Error(`go2rtc answered ${response.status} to ${method} ${path}`);
    }
    return body;
  }
}
