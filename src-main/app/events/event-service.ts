import { appError } from '@contract/app-error.ts';
import { message } from '@contract/messages.ts';
import type { EventRules } from '@contract/models/events/event-rules.ts';
import type {
  Acknowledge,
  Acknowledged,
  EventsChanged,
  EventSummary,
  JournalPage,
  JournalQuery,
} from '@contract/models/events/journal.ts';
import { err, ok, type Result } from '@contract/result.ts';
import type { Emitter } from '../lifecycle/emitter.ts';
import type { Service } from '../lifecycle/service.ts';
import type { Logger } from '../logging/logger.ts';
import type { RecorderRegistry } from '../recorders/recorder-registry.ts';
import type { DeviceEvent } from '../recorders/events/device-event.ts';
import { Acknowledgements } from './acknowledgements.ts';
import { LostChannels } from './lost-channels.ts';
import type { Message } from './conditions/condition.ts';
import { messageOf } from './device-message.ts';
import type { Journal } from './journal/journal.ts';
import type { PictureFolder } from './pictures/picture-folder.ts';
import { LiveEvents } from './live-events.ts';
import type { Places } from './places.ts';
import { AlarmSnapshots } from './pictures/alarm-snapshots.ts';
import { askSnapshot } from '../recorders/web/ask-snapshot.ts';
import { Retention } from './retention.ts';
import type { StoredRules } from './rules/stored-rules.ts';
import { LostRecorders } from './lost-recorders.ts';

/** What the service works with. */
export interface EventServiceOptions {
  journal: Journal;
  pictures: PictureFolder;
  places: Places;
  rules: StoredRules;
  recorders: Pick<
    RecorderRegistry,
    'changed' | 'rowsChanged' | 'event' | 'eventChannelChanged' | 'get'
  >;
  log: Logger;
}

/** What recorders tell, and what became of it: what goes on, what was, who has seen it. */
export class EventService implements Service {
  readonly changed: Emitter<EventsChanged>;
  readonly #options: EventServiceOptions;
  readonly #live: LiveEvents;
  readonly #acknowledgements: Acknowledgements;
  readonly #lostRecorders: LostRecorders;
  readonly #lostChannels: LostChannels;
  readonly #retention: Retention;
  readonly #snapshots: AlarmSnapshots;
  #subscriptions: (() => void)[] = [];

  constructor(options: EventServiceOptions) {
    const { rules } = options;
    this.#options = options;
    this.#lostRecorders = new LostRecorders({ tell: (message) => this.#live.take(message) });
    this.#lostChannels = new LostChannels({ tell: (message) => this.#live.take(message) });
    this.#live = new LiveEvents({
      ...options,
      listeningSinceMs: (nvrId) => this.#lostChannels.listeningSinceMs(nvrId),
    });
    this.#acknowledgements = new Acknowledgements({ ...options, live: this.#live });
    this.#retention = new Retention({ ...options, rules: () => rules.current });
    this.changed = this.#live.changed;
    const { pictures, recorders, log } = options;
    this.#snapshots = new AlarmSnapshots({
      ...{ changed: this.changed, log },
      ask: async (nvrId, channel, signal) => {
        const recorder = recorders.get(nvrId);
        return recorder === undefined ? null : askSnapshot(recorder, channel, signal);
      },
      hasPicture: (id) => pictures.has(id),
      keep: (id, jpeg) => this.#live.attachToRow(id, jpeg),
    });
  }

  /** Before the recorders, so that nothing they tell is missed. */
  async start(): Promise<void> {
    const { pictures, places, rules, recorders } = this.#options;
    await Promise.all([pictures.open(), places.refresh(), rules.load()]);
    await this.#live.start();
    await this.#retention.start();
    await this.#snapshots.start();
    this.#subscriptions = [
      recorders.rowsChanged.on(() => void this.#noteRows()),
      recorders.changed.on((state) => this.#lostRecorders.note(state)),
      recorders.eventChannelChanged.on(({ nvrId, state }) => this.#lostChannels.note(nvrId, state)),
      recorders.event.on(({ nvrId, event }) => this.#take(nvrId, event)),
    ];
  }

  async stop(): Promise<void> {
    for (const end of this.#subscriptions) end();
    await this.#snapshots.stop();
    this.#subscriptions = [];
    this.#lostChannels.stop();
    await this.#retention.stop();
    await this.#live.stop();
    this.#options.journal.close();
  }

  /** What the app itself found out about a recorder or a camera. */
  tell(message: Message): void {
    this.#live.take(message);
  }

  /** Since when this goes on, also from an earlier run of the app: Unix time in ms; null: it does not. */
  openSinceMs(message: Message): number | null {
    return this.#live.openSinceMs(message);
  }

  list(query: JournalQuery): JournalPage {
    const { rows, next } = this.#options.journal.page(query);
    return { rows: rows.map((row) => this.#live.toShown(row)), next };
  }

  get summary(): EventSummary {
    return this.#live.summary();
  }

  acknowledge(which: Acknowledge, by: string): Acknowledged {
    return this.#acknowledgements.acknowledge(which, by);
  }

  unacknowledge(ids: readonly number[]): Acknowledged {
    return this.#acknowledgements.unacknowledge(ids);
  }

  note(id: number, note: string): Result<null> {
    const rows = this.#options.journal.find([id]);
    if (rows.length === 0) return err(appError('not-found', message('event-gone')));
    this.#live.edit(rows, { note });
    return ok(null);
  }

  picture(id: number): Promise<Uint8Array | null> {
    return this.#options.pictures.read(id);
  }

  get rules(): EventRules {
    return this.#options.rules.current;
  }

  async saveRules(rules: EventRules): Promise<EventRules> {
    await this.#options.rules.save(rules);
    return rules;
  }

  /** A picture comes as a second telling of its event. */
  #take(nvrId: number, event: DeviceEvent): void {
    const told = messageOf(nvrId, event);
    if (event.picture === null) this.#live.take(told);
    else this.#live.attach(told, event.picture);
  }

  async #noteRows(): Promise<void> {
    const { places, log } = this.#options;
    try {
      await places.refresh();
      this.#lostRecorders.forgetAllBut(places.enabled);
      this.#lostChannels.forgetAllBut(places.enabled);
      this.#live.forgetAllBut(places.enabled);
    } catch (error) {
      log.error('the cameras that events belong to were not read anew', { error });
    }
  }
}
