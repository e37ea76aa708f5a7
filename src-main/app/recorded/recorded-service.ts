import { randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { StreamCause } from '@contract/models/playback.ts';
import type { OpenRecording, RecordedSpan, RecordedSpans } from '@contract/models/recording.ts';
import { findChannel } from '../db/repositories/camera-repository.ts';
import type { Schema } from '../db/schema.ts';
import type { Actor } from '../domain/actor.ts';
import type { LeaseHolder, ViewerId } from '../domain/lease-holder.ts';
import { clockTime, digitsOf, type RecordingClock } from '../domain/time/recording-time.ts';
import type { Service } from '../lifecycle/service.ts';
import type { Logger } from '../logging/logger.ts';
import type { Recorder } from '../recorders/recorder.ts';
import type { RecorderRegistry } from '../recorders/recorder-registry.ts';
import type { DialGrant, RtspGateway } from '../rtsp/rtsp-gateway.ts';
import { RecordingsIndex } from './recordings-index.ts';

const LEASE_BYTES = 16;
/** A page that was given an address comes at once; one that does not has gone. */
const UNUSED_AFTER_MS = 30_000;

/** What the service works with. */
export interface RecordedServiceOptions {
  db: Kysely<Schema>;
  recorders: Pick<RecorderRegistry, 'get' | 'changed' | 'rowsChanged'>;
  gateway: Pick<RtspGateway, 'recordedAuthority' | 'recordedAddressOf' | 'end'>;
  /** What a recorder means by its times; null: not known yet. */
  clockOf: (nvrId: number) => RecordingClock | null;
  log: Logger;
}

/** A recording that a window may look at. */
interface RecordingLease {
  readonly nvrId: number;
  readonly channel: number;
  readonly cameraId: number;
  /** Where the window begins. */
  readonly atMs: number;
  readonly holder: LeaseHolder;
  readonly clock: RecordingClock;
  readonly unused: NodeJS.Timeout;
}

/** Lets windows look at what recorders have on their disks: who may, of which camera, and with how many sessions at once. */
export class RecordedService implements Service {
  readonly #options: RecordedServiceOptions;
  readonly #index = new RecordingsIndex();
  readonly #leases = new Map<string, RecordingLease>();

  #subscriptions: (() => void)[] = [];

  constructor(options: RecordedServiceOptions) {
    this.#options = options;
  }

  /** After the gateway. */
  start(): Promise<void> {
    const { gateway, recorders } = this.#options;
    gateway.recordedAuthority = (lease) => this.#answerDial(lease);
    const look = (): void => this.#end(({ nvrId }) => !isPlayable(recorders.get(nvrId)));
    this.#subscriptions = [
      recorders.changed.on(({ id, login }) => {
        // It is being changed, and may be another device afterwards.
        if (login.state === 'checking') this.#index.forget(id);
        look();
      }),
      recorders.rowsChanged.on(look),
    ];
    return Promise.resolve();
  }

  stop(): Promise<void> {
    this.#options.gateway.recordedAuthority = null;
    for (const unsubscribe of this.#subscriptions) unsubscribe();
    this.#subscriptions = [];
    this.#end(() => true);
    return Promise.resolve();
  }

  /** Nothing is sent to the recorder before the window comes to the address. */
  async open(
    { cameraId, atMs }: { cameraId: number; atMs: number },
    holder: LeaseHolder,
  ): Promise<OpenRecording> {
    const { db, recorders, gateway, clockOf } = this.#options;
    const place = await findChannel(db, cameraId);
    const recorder = place && recorders.get(place.nvrId);
    if (place === undefined || recorder?.nvr.layout.kind !== 'hikvision') {
      return { state: 'no-recordings' };
    }
    if (!recorder.login.isAccepted) return { state: 'not-connected' };
    const id = randomBytes(LEASE_BYTES).toString('hex');
    const known = clockOf(place.nvrId);
    const clock = known ?? likelyClock(atMs);
    const unused = setTimeout(() => this.#leases.delete(id), UNUSED_AFTER_MS);
    this.#leases.set(id, { ...place, cameraId, atMs, holder, clock, unused });
    const url = gateway.recordedAddressOf(id);
    return { state: 'open', url, isClockKnown: known !== null };
  }

  /** When something of a camera was recorded; null: that is not known. */
  async spans({
    cameraId,
    fromMs,
    toMs,
  }: RecordedSpan & { cameraId: number }): Promise<RecordedSpans> {
    const { db, recorders, clockOf, log } = this.#options;
    const place = await findChannel(db, cameraId);
    const recorder = place && recorders.get(place.nvrId);
    const clock = place && clockOf(place.nvrId);
    // Without its clock a gap would be shown where there is none.
    if (!recorder || !clock || recorder.nvr.layout.kind !== 'hikvision') return null;
    const { channel } = place;
    const found = await this.#index.spansOf({ recorder, channel, clock }, fromMs, toMs);
    if (found.ok) return found.value;
    log.info('what was recorded was not told', { nvr: place.nvrId, channel, fault: found.error });
    return null;
  }

  /** Whether this window was given this address. */
  isOpenTo(viewer: ViewerId, url: string): boolean {
    const { gateway } = this.#options;
    return [...this.#leases].some(
      ([id, { holder }]) => holder.viewer === viewer && gateway.recordedAddressOf(id) === url,
    );
  }

  /** A window's page has ended. */
  forgetViewer(viewer: ViewerId): void {
    this.#end(({ holder }) => holder.viewer === viewer);
  }

  /** Somebody else is at the desk: what they may not look at ends. */
  handOver(actor: Actor): void {
    this.#end(({ holder, cameraId }) => !actor.may(holder.permission, { cameras: [cameraId] }));
  }

  #end(isMeant: (lease: RecordingLease) => boolean): void {
    const ended = [...this.#leases].filter(([, lease]) => isMeant(lease));
    for (const [id, { unused }] of ended) {
      clearTimeout(unused);
      this.#leases.delete(id);
    }
    if (ended.length > 0) this.#options.gateway.end(ended.map(([id]) => id));
  }

  /** The gateway's question, once for each lease: its recorder's session lasts for as long as the window looks. */
  async #answerDial(id: string): Promise<DialGrant | StreamCause | null> {
    const lease = this.#leases.get(id);
    if (lease === undefined) return null;
    clearTimeout(lease.unused);
    const { nvrId, channel, atMs, clock } = lease;
    const recorder = this.#options.recorders.get(nvrId);
    if (recorder === undefined) return 'refused-here';
    const session = await recorder.recordings.take();
    if (session === null) return 'sessions-used';
    const over = (): void => {
      session.end();
      this.#leases.delete(id);
    };
    // Before its login is asked: the address that the password was given for.
    const { host, rtspPort: port, username, isBasicAllowed: mayUseBasic } = recorder.nvr;
    const name = `recording-${channel}`;
    recorder.login.expectDial(name);
    const login = await recorder.login.confirm(name);
    if (login.state !== 'granted') {
      over();
      return login.state === 'unreachable' ? 'unreachable' : login.cause;
    }
    const { password, report } = login;
    const path = `/Streaming/tracks/${channel}01/?starttime=${clockTime(digitsOf(atMs, clock))}`;
    return {
      stream: { host, port, path, username, password, mayUseBasic },
      clock,
      report: (outcome) => {
        if (outcome === 'refused' || outcome === 'untold') over();
        report(outcome);
      },
    };
  }
}

/** One that cannot be reached for a moment plays on when it is back; a login that is refused or being changed ends everything. */
function isPlayable(recorder: Recorder | undefined): boolean {
  const state = recorder?.nvr.isEnabled === true ? recorder.login.state.state : 'refused';
  return state === 'accepted' || state === 'unreachable';
}

/** As most recorders are: their wall clock, which stands where this computer's does. */
function likelyClock(atMs: number): RecordingClock {
  const offsetMinutes = -new Date(atMs).getTimezoneOffset();
  return { reading: 'local', timeZone: null, offsetMinutes, driftMs: 0 };
}
