import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { setImmediate as turn } from 'node:timers/promises';
import { finished } from 'node:stream/promises';
import { appError } from '@contract/app-error.ts';
import { message } from '@contract/messages.ts';
import type { Camera } from '@contract/models/camera.ts';
import type { CsvExported, CsvProgress } from '@contract/models/csv.ts';
import {
  type EventFilter,
  JOURNAL_PAGE_MAX,
  type JournalCursor,
} from '@contract/models/events/journal.ts';
import type { RecorderHealth } from '@contract/models/health.ts';
import { err, ok, type Result } from '@contract/result.ts';
import type { EventService } from '../events/event-service.ts';
import { diskRefusal } from '../files/disk-refusal.ts';
import type { GrowingFile } from '../files/growing-file.ts';
import { Emitter } from '../lifecycle/emitter.ts';
import type { RecorderRegistry } from '../recorders/recorder-registry.ts';
import { cameraLine, HEALTH_HEAD, nvrLine } from './health-csv.ts';
import { JOURNAL_HEAD, journalLine } from './journal-csv.ts';

/** What the exports work with. */
export interface CsvExportsOptions {
  events: Pick<EventService, 'list'>;
  health: { list(): RecorderHealth[] };
  recorders: Pick<RecorderRegistry, 'get'>;
  listCameras: () => Promise<Camera[]>;
  /** Asks somebody where to; null: they changed their mind. */
  beginFile: (suggestedName: string) => Promise<Result<GrowingFile | null>>;
}

/** Lines, and how many rows they are. */
interface Piece {
  readonly text: string;
  readonly rows: number;
}

const PROGRESS_EVERY_MS = 250;

/** Writes the journal and the health of NVRs as tables. A page at a time is in memory, however long the journal; a file is there whole or not at all. */
export class CsvExports {
  readonly progress = new Emitter<CsvProgress>();
  readonly #options: CsvExportsOptions;
  #running: AbortController | null = null;

  constructor(options: CsvExportsOptions) {
    this.#options = options;
  }

  /** What matches, the newest first. */
  exportJournal(filter: EventFilter): Promise<Result<CsvExported | null>> {
    return this.#export('events', () => this.#journal(filter));
  }

  /** How all NVRs in use and their cameras are at this moment. */
  exportHealth(): Promise<Result<CsvExported | null>> {
    return this.#export('health', () => this.#health());
  }

  /** Calls off what is being written. */
  cancel(): void {
    this.#running?.abort();
  }

  /** One at a time: another one ends the one before. */
  async #export(
    kind: string,
    pieces: () => AsyncIterable<Piece>,
  ): Promise<Result<CsvExported | null>> {
    this.cancel();
    const running = new AbortController();
    this.#running = running;
    const day = new Date().toISOString().slice(0, 10);
    const begun = await this.#options.beginFile(`opus-nvr-${kind}-${day}.csv`);
    if (!begun.ok || begun.value === null) return begun.ok ? ok(null) : begun;
    const file = begun.value;
    try {
      const rows = await this.#write(file.part, pieces(), running.signal);
      if (rows !== null) return ok({ ...(await file.keep()), rows });
      await file.discard();
      return ok(null);
    } catch (error) {
      await file.discard();
      const reason = (error as Error).message;
      return err(
        diskRefusal(error, file.part) ??
          appError('storage-failed', message('file-not-saved', { folder: file.part, reason })),
      );
    } finally {
      if (this.#running === running) this.#running = null;
    }
  }

  /** Gives back how many rows; null: it was called off. A slow disk is waited for. */
  async #write(
    path: string,
    pieces: AsyncIterable<Piece>,
    signal: AbortSignal,
  ): Promise<number | null> {
    const stream = createWriteStream(path, { flags: 'w', mode: 0o600, flush: true });
    // Else an error while nobody waits would end the app.
    const done = finished(stream);
    done.catch(() => undefined);
    let rows = 0;
    let toldAtMs = performance.now();
    for await (const piece of pieces) {
      if (signal.aborted) break;
      rows += piece.rows;
      if (!stream.write(piece.text)) await Promise.race([once(stream, 'drain'), done]);
      if (performance.now() - toldAtMs < PROGRESS_EVERY_MS) continue;
      toldAtMs = performance.now();
      this.progress.emit({ rows });
    }
    stream.end();
    await done;
    return signal.aborted ? null : rows;
  }

  async *#journal(filter: EventFilter): AsyncGenerator<Piece> {
    yield { text: JOURNAL_HEAD, rows: 0 };
    let before: JournalCursor | null = null;
    do {
      const page = this.#options.events.list({ filter, before, limit: JOURNAL_PAGE_MAX });
      yield { text: page.rows.map(journalLine).join(''), rows: page.rows.length };
      before = page.next;
      // Alarms go first: each page of the journal keeps main for some milliseconds.
      await turn();
    } while (before !== null);
  }

  async *#health(): AsyncGenerator<Piece> {
    yield { text: HEALTH_HEAD, rows: 0 };
    const cameras = new Map((await this.#options.listCameras()).map((each) => [each.id, each]));
    for (const health of this.#options.health.list()) {
      const recorder = this.#options.recorders.get(health.nvrId);
      if (recorder === undefined) continue;
      const { nvr, state } = recorder;
      const lines = health.cameras.flatMap((own) => {
        const camera = cameras.get(own.cameraId);
        const lost = health.problems.find(
          (problem) => problem.kind === 'camera-lost' && problem.cameraId === own.cameraId,
        );
        return camera === undefined ? [] : [cameraLine(nvr, camera, own, lost?.sinceMs ?? null)];
      });
      yield { text: [nvrLine(nvr, state, health), ...lines].join(''), rows: 1 + lines.length };
    }
  }
}
