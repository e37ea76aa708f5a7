import { setTimeout as sleep } from 'node:timers/promises';
import type {
  StreamCause,
  StreamFeed,
  StreamNews,
  StreamNewsEvent,
} from '@contract/models/playback.ts';
import type { Kysely } from 'kysely';
import { fillPath } from '../domain/path-secret.ts';
import { findStreamPath } from '../db/repositories/camera-repository.ts';
import type { Schema } from '../db/schema.ts';
import type { Go2rtcClient } from '../go2rtc/go2rtc-client.ts';
import { Emitter } from '../lifecycle/emitter.ts';
import type { Service } from '../lifecycle/service.ts';
import { go2rtcSource } from '../domain/rtsp-url.ts';
import type { RecorderRegistry } from '../recorders/recorder-registry.ts';
import type { DialGrant, RtspGateway } from '../rtsp/rtsp-gateway.ts';
import { IdleStreams } from './idle-streams.ts';
import { Leases } from './leases.ts';
import { parseStreamName, type StreamId } from '../domain/stream-name.ts';

/**
 * So often go2rtc itself may dial a picture again before somebody opens it anew. For as long as one viewer stays it keeps the buffers
 * of each session that broke, half a megabyte (its `Node.movedTo`, with `#gop=1`; seen with 1.9.14-cui.46). A player whose
 * picture stops connects anew, and with it goes all that was kept.
 */
const REDIALS = 3;
/** A stream of one frame a second sends something within this. */
const FED_WITHIN_MS = 1_500;
/** A tile that has said what it was told first takes a better cause for so long, and not for the next dial's. */
const EXPLAINED_WITHIN_MS = 2_000;

/** What the service works with. */
export interface StreamServiceOptions {
  db: Kysely<Schema>;
  recorders: Pick<RecorderRegistry, 'get'>;
  /** The go2rtc that runs now, or null. */
  currentClient: () => Go2rtcClient | null;
  gateway: Pick<RtspGateway, 'authority' | 'news' | 'replaced' | 'addressOf' | 'end'>;
}

type StreamFailed = Extract<StreamNews, { kind: 'failed' }>;

/** Decides which streams exist for go2rtc, and whether and where each of them may be dialled at this moment. */
export class StreamService implements Service {
  /** What a recorder answered for a stream, and what its packets tell. */
  readonly news = new Emitter<StreamNewsEvent>();
  readonly #options: StreamServiceOptions;
  readonly #leases = new Leases();
  readonly #idle: IdleStreams;
  /** By stream, so that a late explanation is not told of another dial. */
  readonly #newest = new Map<string, StreamNews>();
  readonly #closing = new Map<number, Promise<void>>();
  /** How often each stream was dialled since somebody opened it. */
  readonly #dials = new Map<string, number>();
  /** Streams whose last dial was refused here: go2rtc has no session of them, though it lists the former one. */
  readonly #parked = new Set<string>();
  #subscriptions: (() => void)[] = [];

  constructor(options: StreamServiceOptions) {
    this.#options = options;
    this.#idle = new IdleStreams({
      currentClient: options.currentClient,
      onForgotten: (name) => {
        this.#newest.delete(name);
        return this.#leases.drop((each) => each === name);
      },
    });
  }

  /** After the gateway, before go2rtc. */
  async start(): Promise<void> {
    const { gateway } = this.#options;
    gateway.authority = (lease) => this.#answerDial(lease);
    if (this.#subscriptions.length === 0) {
      this.#subscriptions = [
        gateway.news.on(({ lease, news }) => {
          const stream = this.#leases.nameOf(lease);
          if (stream !== null) this.#tell(stream, news);
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

  /** Makes a stream known to go2rtc just before a tile plays it. False: there is no such camera, or its recorder may not be asked. */
  async open(name: string): Promise<boolean> {
    const { db, recorders, currentClient } = this.#options;
    const id = parseStreamName(name);
    const client = currentClient();
    const recorder = id === null ? undefined : recorders.get(id.nvrId);
    if (id === null || client === null || recorder?.login.isAccepted !== true) return false;
    if ((await findStreamPath(db, id)) === undefined) return false;
    // Or what is being closed would take this stream with it.
    await this.#closing.get(id.nvrId)?.catch(() => undefined);
    await this.#idle.use(name);
    this.#dials.delete(name);
    this.#parked.delete(name);
    recorder.login.expectDial(name);
    // The same source again leaves a running stream alone.
    const kind = id.isSound ? 'sound' : 'picture';
    const address = this.#options.gateway.addressOf(this.#leases.take(name));
    await client.putStream(name, go2rtcSource(address, kind));
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
    if (after === null || this.#parked.has(name)) return 'nothing';
    // A new session counts from zero.
    if (after === 0) return 'silence';
    return after === before ? 'pause' : 'media';
  }

  /** Ends a recorder's streams at once, also those being watched: their sessions end at the gateway, and go2rtc may dial them no more. */
  async close(nvrId: number): Promise<void> {
    const closing = this.#close(nvrId);
    this.#closing.set(nvrId, closing);
    try {
      await closing;
    } finally {
      if (this.#closing.get(nvrId) === closing) this.#closing.delete(nvrId);
    }
  }

  #tell(stream: string, news: StreamNews): void {
    this.#newest.set(stream, news);
    if (news.kind === 'failed' && news.cause === 'channel-missing') {
      void this.#tellMissing(stream, news);
    } else {
      this.news.emit({ stream, news });
    }
  }

  /** A recorder's own lists know more of a channel that has no stream; they are not waited for longer than the news is new. */
  async #tellMissing(stream: string, news: StreamFailed): Promise<void> {
    const late = sleep(EXPLAINED_WITHIN_MS, null, { ref: false });
    const id = parseStreamName(stream);
    const recorder = id === null ? undefined : this.#options.recorders.get(id.nvrId);
    const asked = id === null ? null : (recorder?.causeOfMissing(id.channel) ?? null);
    const cause = await Promise.race([asked, late]);
    // What came meanwhile is of a later dial.
    if (this.#newest.get(stream) !== news) return;
    this.news.emit({ stream, news: { ...news, cause: cause ?? news.cause } });
  }

  /** Players dial anew at once; go2rtc by itself would take its time. */
  #tellSessionsLost(): void {
    for (const stream of this.#leases.names) {
      this.news.emit({ stream, news: { kind: 'failed', cause: 'connection-lost', status: null } });
    }
  }

  async #close(nvrId: number): Promise<void> {
    const isMeant = (name: string): boolean => parseStreamName(name)?.nvrId === nvrId;
    this.#options.gateway.end(this.#leases.drop(isMeant));
    const client = this.#options.currentClient();
    if (client === null) return;
    const names = (await client.streamNames()).filter(isMeant);
    for (const name of names) await client.deleteStream(name);
  }

  /** The gateway's question, before every dial: where the stream is now, with its login; null when nothing may be sent. */
  async #answerDial(lease: string): Promise<DialGrant | null> {
    const name = this.#leases.nameOf(lease);
    if (name === null) return null;
    const answer = await this.#dial(name);
    if (typeof answer !== 'string') {
      this.#parked.delete(name);
      return answer;
    }
    this.#parked.add(name);
    this.news.emit({ stream: name, news: { kind: 'failed', cause: answer, status: null } });
    return null;
  }

  async #dial(name: string): Promise<DialGrant | StreamCause> {
    const { db, recorders } = this.#options;
    const id = parseStreamName(name);
    if (id === null) return 'refused-here';
    if (this.#hasRedialledEnough(name, id)) return 'connection-lost';
    const recorder = recorders.get(id.nvrId);
    const path = await findStreamPath(db, id);
    if (recorder === undefined || path === undefined) return 'refused-here';
    // Before its login is asked: the address that the password was given for.
    const { host, rtspPort: port, username, isBasicAllowed: mayUseBasic } = recorder.nvr;
    const login = await recorder.login.confirm(name);
    if (login.state === 'denied') return login.cause;
    if (login.state === 'unreachable') return 'unreachable';
    this.#dials.set(name, (this.#dials.get(name) ?? 0) + 1);
    const { password } = login;
    const filled = fillPath(path, password);
    const stream = { host, port, path: filled, username, password, mayUseBasic };
    return { stream, report: login.report };
  }

  /** Sound has no buffers that are worth it. */
  #hasRedialledEnough(name: string, { isSound }: StreamId): boolean {
    return !isSound && (this.#dials.get(name) ?? 0) > REDIALS;
  }
}
