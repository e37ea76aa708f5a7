import type { AlarmNotice } from '@contract/models/events/journal.ts';

/** Every wall tells of the same alarms, each at its own pace; and no page may flood the desktop. */
const PAUSE_MS = 2_000;

/** The desktop. */
export interface AlarmNoticesParts {
  /** Whether somebody looks at a wall: then its own marks and sound are enough. */
  isInFront: () => boolean;
  /** Shows one; the answer takes it away. */
  show: (notice: AlarmNotice, onClick: () => void) => () => void;
}

/** What is said of alarms on the desktop: one notice at a time, the newest, for all walls of the station. */
export class AlarmNotices {
  readonly #parts: AlarmNoticesParts;
  #newestId = 0;
  #shownAtMs = -Infinity;
  #takeAway: (() => void) | null = null;

  constructor(parts: AlarmNoticesParts) {
    this.#parts = parts;
  }

  /** @param onOpen somebody clicked on it */
  notify(notice: AlarmNotice, onOpen: () => void): void {
    if (notice.id <= this.#newestId) return;
    this.#newestId = notice.id;
    const nowMs = performance.now();
    if (this.#parts.isInFront() || nowMs - this.#shownAtMs < PAUSE_MS) return;
    this.#shownAtMs = nowMs;
    this.#takeAway?.();
    this.#takeAway = this.#parts.show(notice, () => {
      this.#takeAway = null;
      onOpen();
    });
  }
}
