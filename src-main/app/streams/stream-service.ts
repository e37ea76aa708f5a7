import { setTimeout as sleep } from 'node:timers/promises';
import type { StreamFeed, StreamNews, StreamNewsEvent } from '@contract/models/playback.ts';
import type { PlaybackReport } from '@contract/models/stream-report.ts';
import type { Actor } from '../domain/actor.ts';
import { go2rtcSource } from '../domain/rtsp-url.ts';
import { parseStreamName } from '../domain/stream-name.ts';
import type { Go2rtcClient } from '../go2rtc/go2rtc-client.ts';
import { Emitter } from '../lifecycle/emitter.ts';
import type { Service } from '../lifecycle/service.ts';
import type { RecorderRegistry } from '../recorders/recorder-registry.ts';
import type { LeaseHolder, ViewerId } from '../domain/lease-holder.ts';
import type { RecorderStreams } from '../recorders/streams/recorder-streams.ts';
import type { StreamLease } from '../recorders/streams/stream-lease.ts';
import type { DialGrant, RtspGateway } from '../rtsp/rtsp-gateway.ts';
import { IdleStreams } from './idle-streams.ts';

/** A stream of one frame a second sends something within this. */
const FED_WITHIN_MS = 1_500;
/** A tile that has said what it was told first takes a better cause for so long, and not for the next dial's. */
const EXPLAINED_WITHIN_MS = 2_000;

/** What the service works with. */
export interface StreamServiceOptions {
  recorders: Pick<RecorderRegistry, 'get' | 'all'>;
  /** The go2rtc that runs now, or null. */
  currentClient: () => Go2rtcClient | null;
  gateway: Pick<RtspGateway, 'authority' | 'news' | 'replaced' | 'addressOf'>;
}

type StreamFailed = Extract<StreamNews, { kind: 'failed' }>;

/** Leads the questions of tiles, go2rtc and the RTSP gateway to the recorder they mean, and tells what comes of them. */
export class StreamService implements Service {
  /** What a recorder answered for a stream, and what its packets tell. */
  readonly news = new Emitter<StreamNewsEvent>();
  readonly #options: StreamServiceOptions;
  readonly #idle: IdleStreams;
  #subscriptions: (() => void)[] = [];

  constructor(options: StreamServiceOptions) {
    const { currentClient } = options;
    this.#options = options;
    this.#idle = new IdleStreams({ currentClient, onForgotten: (name) => this.#drop(name) });
  }

  /** After the gateway, before go2rtc. */
  async start(): Promise<void> {
    const { gateway } = this.#options;
    gateway.authority = (leaseId) => this.#answerDial(leaseId);
    if (this.#subscriptions.length === 0) {
      this.#subscriptions = [
        gateway.news.on(({ lease: leaseId, news }) => {
          const lease = this.#leases().find(({ id }) => id === leaseId);
          if (lease !== undefined) this.#tell(lease, news);
        }),
        gateway.replaced.on(() => this.#tellSessionsLost()),
      ];
    }
    await this.#idle.start();
  }

  async stop(): Promise<void> {
    for (const unsubscribe of this.#subscriptions) unsubscribe();
    this.#subscriptions = [];
    this.#options.gateway.authority = null;
    await this.#idle.stop();
  }

  /**
   * Makes a stream known to go2rtc just before a tile plays it. False: there is no such camera, or its recorder may not be asked.
   * @param holder on whose behalf
   */
  async open(name: string, holder: LeaseHolder): Promise<boolean> {
    const { recorders, currentClient, gateway } = this.#options;
    const id = parseStreamName(name);
    const client = currentClient();
    const recorder = id === null ? undefined : recorders.get(id.nvrId);
    if (id === null || client === null || recorder === undefined) return false;
    await this.#idle.use(name);
    const lease = await recorder.streams.lease(name, id, holder);
    if (lease === null) return false;
    // The same source again leaves a running stream alone.
    const kind = id.isSound ? 'sound' : 'picture';
    await client.putStream(name, go2rtcSource(gateway.addressOf(lease.id), kind));
    return true;
  }

  /** Whether a stream that plays has sound, as its recorder described it; the recorder is not asked. */
  async hasSound(name: string): Promise<boolean> {
    const client = this.#options.currentClient();
    if (client === null || parseStreamName(name) === null) return false;
    return await client.hasAudio(name);
  }

  /** What arrives at go2rtc for a stream, also while it passes nothing on before the next keyframe. */
  async feedOf(name: string): Promise<StreamFeed> {
    const client = this.#options.currentClient();
    if (client === null || parseStreamName(name) === null) return 'nothing';
    const before = await client.receivedPackets(name).catch(() => null);
    await sleep(FED_WITHIN_MS);
    const after = await client.receivedPackets(name).catch(() => null);
    const isParked = this.#leases().some((lease) => lease.name === name && lease.isParked);
    if (after === null || isParked) return 'nothing';
    // A new session counts from zero.
    if (after === 0) return 'silence';
    return after === before ? 'pause' : 'media';
  }

  /** A window says what its streams have become. What is no stream of a recorder here is passed over. */
  report(viewer: ViewerId, { shown, left }: PlaybackReport): void {
    for (const stream of left) this.#streamsOf(stream)?.health.leave(viewer, stream);
    for (const report of shown) this.#streamsOf(report.stream)?.health.report(viewer, report);
  }

  /** A window wants these no more: a page was turned, and some of its streams may have been slow to come. */
  leave(viewer: ViewerId, names: readonly string[]): void {
    for (const name of names) this.#streamsOf(name)?.leave(viewer, name);
  }

  /** A window's page has ended: it shows nothing, and waits for nothing. */
  forgetViewer(viewer: ViewerId): void {
    for (const { streams } of this.#options.recorders.all()) streams.forgetViewer(viewer);
  }

  /** Somebody else is at the desk: what they may watch too goes on in their name, the rest ends. */
  handOver(actor: Actor): void {
    for (const { streams } of this.#options.recorders.all()) streams.handOver(actor);
  }

  #streamsOf(name: string): RecorderStreams | undefined {
    const id = parseStreamName(name);
    return id === null ? undefined : this.#options.recorders.get(id.nvrId)?.streams;
  }

  #leases(): StreamLease[] {
    return this.#options.recorders.all().flatMap(({ streams }) => streams.all());
  }

  #drop(name: string): void {
    for (const { streams } of this.#options.recorders.all()) streams.drop(name);
  }

  #tell(lease: StreamLease, news: StreamNews): void {
    lease.newest = news;
    if (news.kind === 'playing' || news.kind === 'failed') lease.endDial();
    if (news.kind === 'failed' && news.cause === 'channel-missing') {
      void this.#tellMissing(lease, news);
    } else {
      this.news.emit({ stream: lease.name, news });
    }
  }

  /** A recorder's own lists know more of a channel that has no stream; they are not waited for longer than the news is new. */
  async #tellMissing(lease: StreamLease, news: StreamFailed): Promise<void> {
    const late = sleep(EXPLAINED_WITHIN_MS, null, { ref: false });
    const recorder = this.#options.recorders.get(lease.stream.nvrId);
    const asked = recorder?.causeOfMissing(lease.stream.channel) ?? null;
    const cause = await Promise.race([asked, late]);
    // What came meanwhile is of a later dial.
    if (lease.newest !== news) return;
    this.news.emit({ stream: lease.name, news: { ...news, cause: cause ?? news.cause } });
  }

  /** Players dial anew at once; go2rtc by itself would take its time. */
  #tellSessionsLost(): void {
    for (const { name: stream } of this.#leases()) {
      this.news.emit({ stream, news: { kind: 'failed', cause: 'connection-lost', status: null } });
    }
  }

  /** The gateway's question, before every dial: where the stream is now, with its login; null when nothing may be sent. */
  async #answerDial(leaseId: string): Promise<DialGrant | null> {
    const lease = this.#leases().find(({ id }) => id === leaseId);
    if (lease === undefined) return null;
    const answer = await lease.dial();
    if (typeof answer !== 'string') return answer;
    // Whoever opens it anew must not be told of a dial that was called off.
    if (answer === 'abandoned') return null;
    const news: StreamNews = { kind: 'failed', cause: answer, status: null };
    this.news.emit({ stream: lease.name, news });
    return null;
  }
}
