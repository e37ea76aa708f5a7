import type { RecorderState } from '@contract/models/nvr.ts';
import { listBlockedLogins } from '../db/repositories/login-repository.ts';
import { listNvrs } from '../db/repositories/nvr-repository.ts';
import { listOutages } from '../db/repositories/outage-repository.ts';
import { Emitter } from '../lifecycle/emitter.ts';
import type { Service } from '../lifecycle/service.ts';
import type { ShownStream } from './streams/stream-health.ts';
import type { EventChannelState } from './events/channel-state.ts';
import type { DeviceEvent } from './events/device-event.ts';
import { KnownChannels } from './known-channels.ts';
import { Recorder, type RecorderTools, type StoredRecorder } from './recorder.ts';

/** What a change stored, and what counts of its recorders' logins afterwards. */
export interface StoredChange<T> {
  result: T;
  /** By recorder, also of those that the change added: what was refused to another password counts no more. */
  passwords?: ReadonlyMap<number, string>;
  /** Recorders that have another address or user: the same. Of all others a stored refusal counts. */
  moved?: readonly number[];
}

/** All recorders that are stored, and the one way in which they change. */
export class RecorderRegistry implements Service {
  /** Tells how a recorder is now. */
  readonly changed = new Emitter<RecorderState>();
  /** Rows of recorders or cameras were stored, or removed. */
  readonly rowsChanged = new Emitter<null>();
  /** Tells how a stream of a recorder looks now, where it is shown. */
  readonly streamChanged = new Emitter<ShownStream>();
  /** Recorders tell what happens at them, and how it stands with the channels over which they do. */
  readonly event = new Emitter<{ nvrId: number; event: DeviceEvent }>();
  readonly eventChannelChanged = new Emitter<{ nvrId: number; state: EventChannelState }>();
  readonly #tools: RecorderTools;
  readonly #channels: KnownChannels;
  readonly #recorders = new Map<number, Recorder>();
  /** Of recorders that are stored no more. */
  readonly #endings = new Set<Promise<void>>();
  #isRunning = false;
  /** One after the other, so that the newest rows count. */
  #reading: Promise<unknown> = Promise.resolve();
  /** The same for changes: each takes in what it stored itself. */
  #changing: Promise<unknown> = Promise.resolve();

  constructor(tools: RecorderTools) {
    this.#tools = tools;
    this.#channels = new KnownChannels(tools.db);
    this.rowsChanged.on(() => {
      for (const { streams } of this.all()) streams.forgetPaths();
      this.#readChannels();
    });
  }

  /** Before go2rtc: known refusals must be known by then. Checks are not awaited, here or in `stop`: a keychain may take until somebody unlocks it. */
  async start(): Promise<void> {
    await this.refresh();
    this.#isRunning = true;
    for (const recorder of this.all()) await recorder.start();
    void this.checkAll();
  }

  async stop(): Promise<void> {
    this.#isRunning = false;
    await this.#reading;
    await Promise.all([...this.all().map((recorder) => recorder.stop()), ...this.#endings]);
  }

  get(id: number): Recorder | undefined {
    return this.#recorders.get(id);
  }

  all(): Recorder[] {
    return [...this.#recorders.values()];
  }

  /** Reads which recorders are stored, and how. Gives back those that are new. */
  refresh(): Promise<Recorder[]> {
    const reading = this.#reading.then(() => this.#read());
    this.#reading = reading.catch(() => undefined);
    return reading;
  }

  /** Checks every login that is not known to be good. One unreadable password stops or delays nobody else. Never rejects. */
  async checkAll(): Promise<void> {
    this.#tools.keychain.tryAgain();
    await this.#check(this.all());
  }

  /**
   * The one order in which recorders change: their streams end, what is known of their logins is put away, then the change is stored, what
   * counts of the logins afterwards is taken in, and they are checked. Meanwhile nothing is dialled or checked, so no password ever meets an
   * address that it was not given for. When `commit` fails, everything is as it was, and the logins are checked again. The checks are not
   * awaited: a recorder that is off takes seconds to be known as such.
   */
  apply<T>(ids: readonly number[], commit: () => Promise<StoredChange<T>>): Promise<T> {
    const changing = this.#changing.then(() => this.#apply(ids, commit));
    this.#changing = changing.catch(() => undefined);
    return changing;
  }

  /** Rows were stored on which no login and no stream depends: a name, cameras, what a device says of itself. */
  async noteRows(): Promise<void> {
    await this.refresh();
    this.rowsChanged.emit(null);
  }

  async #apply<T>(ids: readonly number[], commit: () => Promise<StoredChange<T>>): Promise<T> {
    const touched = ids.map((id) => this.get(id)).filter((recorder) => recorder !== undefined);
    const releases = touched.map(({ login }) => login.hold());
    let added: Recorder[] = [];
    try {
      for (const recorder of touched) await recorder.suspend();
      const change = await commit();
      added = await this.refresh();
      await this.#takeIn(change, touched);
      this.rowsChanged.emit(null);
      return change.result;
    } catch (error) {
      await this.#restore(touched);
      throw error;
    } finally {
      for (const release of releases) release();
      void this.#check([...touched, ...added]);
    }
  }

  async #takeIn<T>({ passwords, moved = [] }: StoredChange<T>, touched: Recorder[]): Promise<void> {
    for (const [id, password] of passwords ?? []) await this.get(id)?.login.remember(password);
    for (const id of moved) await this.get(id)?.login.forget();
    const isToldOf = (id: number): boolean => passwords?.has(id) === true || moved.includes(id);
    await this.#restore(touched.filter(({ id }) => !isToldOf(id)));
  }

  /** Stored refusals count. */
  async #restore(recorders: readonly Recorder[]): Promise<void> {
    if (recorders.length === 0) return;
    const refusals = await listBlockedLogins(this.#tools.db);
    for (const { id, login } of recorders) {
      const refusal = refusals.get(id);
      if (refusal !== undefined) await login.restore(refusal);
    }
  }

  async #check(recorders: readonly Recorder[]): Promise<void> {
    await Promise.all(recorders.map(({ login }) => login.check()));
  }

  async #read(): Promise<Recorder[]> {
    const { db } = this.#tools;
    const nvrs = await listNvrs(db);
    await this.#channels.read();
    const [refusals, outages] = await Promise.all([listBlockedLogins(db), listOutages(db)]);
    const added: Recorder[] = [];
    for (const nvr of nvrs) {
      const known = this.get(nvr.id);
      known?.configure(nvr);
      if (known !== undefined) continue;
      const refusal = refusals.get(nvr.id) ?? null;
      const sinceMs = outages.get(nvr.id) ?? null;
      const channels = (): readonly number[] => this.#channels.of(nvr.id);
      added.push(await this.#make({ nvr, refusal, sinceMs, channels }));
    }
    const stored = new Set(nvrs.map(({ id }) => id));
    for (const recorder of this.all()) if (!stored.has(recorder.id)) this.#end(recorder);
    return added;
  }

  async #make(stored: StoredRecorder): Promise<Recorder> {
    const recorder = new Recorder(stored, this.#tools);
    recorder.changed.on((state) => this.changed.emit(state));
    recorder.streams.health.changed.on((shown) => this.streamChanged.emit(shown));
    const { id: nvrId, events } = recorder;
    events.event.on((event) => this.event.emit({ nvrId, event }));
    events.changed.on((state) => this.eventChannelChanged.emit({ nvrId, state }));
    this.#recorders.set(recorder.id, recorder);
    if (this.#isRunning) await recorder.start();
    return recorder;
  }

  /** Waits its turn, so that `stop` waits for it. Old ones are good until then. */
  #readChannels(): void {
    this.#reading = this.#reading
      .then(() => this.#channels.read())
      .catch((error: unknown) => this.#tools.log.error('channels were not read', { error }));
  }

  /** Not awaited: one that does not answer takes its time to be left. */
  #end(recorder: Recorder): void {
    this.#recorders.delete(recorder.id);
    const ending = recorder.end().finally(() => this.#endings.delete(ending));
    this.#endings.add(ending);
  }
}
