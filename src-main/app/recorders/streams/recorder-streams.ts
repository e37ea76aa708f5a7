import type { Kysely } from 'kysely';
import type { Nvr } from '@contract/models/nvr.ts';
import { SESSIONS_PER_RECORDER } from '@contract/models/playback.ts';
import { findStreamPath } from '../../db/repositories/camera-repository.ts';
import type { Schema } from '../../db/schema.ts';
import type { Actor } from '../../domain/actor.ts';
import { parseStreamName, type StreamId } from '../../domain/stream-name.ts';
import type { Go2rtcClient } from '../../go2rtc/go2rtc-client.ts';
import type { RtspGateway } from '../../rtsp/rtsp-gateway.ts';
import type { RecorderLogin } from '../login/recorder-login.ts';
import type { LeaseHolder, ViewerId } from '../../domain/lease-holder.ts';
import { SessionBudget } from './session-budget.ts';
import { StreamHealth } from './stream-health.ts';
import { StreamLease } from './stream-lease.ts';

/** What a recorder's streams are made of. */
export interface RecorderStreamsOptions {
  db: Kysely<Schema>;
  /** The recorder's number. */
  id: number;
  nvr: () => Nvr;
  login: RecorderLogin;
  gateway: Pick<RtspGateway, 'end'>;
  /** The go2rtc that runs now, or null. */
  currentClient: () => Go2rtcClient | null;
}

/** Which streams of a recorder go2rtc may play now, and how many sessions they have there. */
export class RecorderStreams {
  readonly budget = new SessionBudget(SESSIONS_PER_RECORDER);
  /** How they look where they are shown. */
  readonly health = new StreamHealth();
  readonly #options: RecorderStreamsOptions;
  /** By the stream's name. */
  readonly #leases = new Map<string, StreamLease>();
  #ending: Promise<void> | null = null;

  constructor(options: RecorderStreamsOptions) {
    this.#options = options;
  }

  /**
   * Asked once when a viewer opens a stream; the same lease for as long as it is kept, since go2rtc drops a session whose source changes.
   * Null: there is no such stream, or the recorder may not be asked.
   */
  async lease(name: string, stream: StreamId, holder: LeaseHolder): Promise<StreamLease | null> {
    const { db, login } = this.#options;
    const findPath = (id: StreamId) => findStreamPath(db, id);
    const lease =
      this.#leases.get(name) ??
      new StreamLease({ ...this.#options, name, stream, findPath, budget: this.budget });
    if (!(await lease.exists())) return null;
    // Or what is being ended would take this stream with it.
    await this.#ending?.catch(() => undefined);
    // Or it is being changed.
    if (!login.isAccepted) return null;
    // Two viewers may come at once: the first one's counts.
    const kept = this.#leases.get(name) ?? lease;
    this.#leases.set(name, kept);
    kept.open(holder);
    return kept;
  }

  all(): StreamLease[] {
    return [...this.#leases.values()];
  }

  /** A viewer wants it no more. A dial that nobody waits for is called off, so that its session is free for what is seen. */
  leave(viewer: ViewerId, name: string): void {
    const lease = this.#leases.get(name);
    if (lease?.leave(viewer) === true) this.#options.gateway.end([lease.id]);
  }

  /** A window has gone, with all that it showed and waited for. */
  forgetViewer(viewer: ViewerId): void {
    this.health.forgetViewer(viewer);
    for (const name of this.#leases.keys()) this.leave(viewer, name);
  }

  /** Somebody else is at the desk: what they may not watch ends at once. */
  handOver(actor: Actor): void {
    for (const [name, lease] of this.#leases) {
      if (lease.handOver(actor)) continue;
      this.#options.gateway.end([lease.id]);
      this.drop(name);
    }
  }

  /** Nobody watches it any more. */
  drop(name: string): void {
    this.#leases.delete(name);
  }

  /** Cameras were changed. */
  forgetPaths(): void {
    for (const lease of this.#leases.values()) lease.forgetPath();
  }

  /** Ends all of them at once, also those being watched: their sessions end at the gateway, and go2rtc may dial them no more. */
  async end(): Promise<void> {
    const ending = this.#end();
    this.#ending = ending;
    try {
      await ending;
    } finally {
      if (this.#ending === ending) this.#ending = null;
    }
  }

  async #end(): Promise<void> {
    const { id, gateway, currentClient } = this.#options;
    gateway.end(this.all().map((lease) => lease.id));
    this.#leases.clear();
    const client = currentClient();
    if (client === null) return;
    const names = await client.streamNames();
    for (const name of names) {
      if (parseStreamName(name)?.nvrId === id) await client.deleteStream(name);
    }
  }
}
