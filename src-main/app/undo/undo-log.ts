import { randomUUID } from 'node:crypto';
import { appError } from '@contract/app-error.ts';
import { message } from '@contract/messages.ts';
import { UNDO_MS, type UndoTicket } from '@contract/models/undo.ts';
import { err, type Result } from '@contract/result.ts';
import type { Service } from '../lifecycle/service.ts';
import type { Logger } from '../logging/logger.ts';

/** A removal that may still be taken back. */
export interface Removal {
  /** What was removed. */
  cameras: number;
  /** Brings everything back, or says why it cannot. */
  undo: () => Promise<Result<null>>;
  /** Clears away what was kept for that; called once, when there is no way back any more. */
  settle: () => Promise<void>;
}

interface OpenRemoval extends Removal {
  timer: NodeJS.Timeout;
}

/** Holds removals for as long as they can be taken back. One that is still open when the app ends is settled then. */
export class UndoLog implements Service {
  readonly #open = new Map<string, OpenRemoval>();
  readonly #settling = new Set<Promise<void>>();
  readonly #log: Logger;

  constructor(log: Logger) {
    this.#log = log;
  }

  start(): Promise<void> {
    return Promise.resolve();
  }

  stop(): Promise<void> {
    return this.settleAll();
  }

  /** There is no way back any more, since what would be brought back has another place by now. */
  async settleAll(): Promise<void> {
    for (const undoId of [...this.#open.keys()]) this.#settle(undoId);
    await Promise.all(this.#settling);
  }

  /** Opens the time in which a removal can be taken back. */
  add(removal: Removal): UndoTicket {
    const undoId = randomUUID();
    const timer = setTimeout(() => this.#settle(undoId), UNDO_MS);
    this.#open.set(undoId, { ...removal, timer });
    return { undoId, cameras: removal.cameras, expiresInMs: UNDO_MS };
  }

  /** Takes a removal back. */
  async run(undoId: string): Promise<Result<null>> {
    const removal = this.#take(undoId);
    if (!removal) {
      return err(appError('not-found', message('undo-too-late')));
    }
    return removal.undo();
  }

  #take(undoId: string): Removal | undefined {
    const removal = this.#open.get(undoId);
    clearTimeout(removal?.timer);
    this.#open.delete(undoId);
    return removal;
  }

  #settle(undoId: string): void {
    const settling = (this.#take(undoId)?.settle() ?? Promise.resolve())
      .catch((error: unknown) => {
        this.#log.warn('a removal left something behind', { error });
      })
      .finally(() => this.#settling.delete(settling));
    this.#settling.add(settling);
  }
}
