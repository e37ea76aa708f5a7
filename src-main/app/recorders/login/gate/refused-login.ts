import type { LoginDoor } from '@contract/models/nvr-login.ts';

/** Sparing, and often enough for a recorder that is mended to be back on the wall within 45 s. */
const LOOK_EVERY_MS = 10_000;
/** After the first refusal, by what is known of the recorder: one that has let nobody in may have a server that refuses all. */
const FIRST_PAUSES_MS = { 'rtsp-never-accepted': 15_000, 'rtsp-accepted': 30_000, web: 60_000 };
/** A recorder that changes all the time must not be led into locking the account: each further refusal makes the pause longer. */
const CHANGE_PAUSE_MS = 30_000;
/** Nothing is seen to change where only RTSP's own rules did, so time alone is a reason, too; it grows alike. */
const UNCHANGED_PAUSE_MS = 5 * 60 * 1000;
const PAUSE_GROWTH = 4;
const LONGEST_PAUSE_MS = 2 * 60 * 60 * 1000;
/** Without a change, also over restarts. */
const TRIES_WITHOUT_CHANGE = 2;
/** The last tries of an account belong to people. */
const FEWEST_TRIES_LEFT = 3;

/** What a device shows of itself to somebody who sends no login. */
export interface DeviceSigns {
  /** Whether the server that refused answers at all. */
  isThere: boolean;
  /** Realm and server as it names itself; empty: not told. */
  identity: string;
  triesLeft: number | null;
  /** Null: not told. */
  isLocked: boolean | null;
}

/** Why a refused login may be tried again: there is reason to believe it, or only time has passed. */
export type TryReason = 'evidence' | 'time';

/** How it came to a refusal. */
export interface RefusalFacts {
  door: LoginDoor;
  /** Failed logins since the password was saved or last accepted. */
  failed: number;
  triesLeft: number | null;
  /** The same login was accepted through this door since it was saved. */
  wasAccepted: boolean;
}

/**
 * When a refused login may be tried again: once by itself, where there is reason to believe that the login is good, then only when the
 * device has changed. It went away and came back, it names itself differently, or it has forgotten the failed tries. What RTSP refuses is
 * also tried as time passes, for whoever knows that the password is right. Knows only performance.now() values; sends nothing.
 */
export class RefusedLogin {
  readonly facts: RefusalFacts;
  #triedAtMs: number;
  #lookedAtMs: number;
  #identity: string | null = null;
  #wasAway = false;
  #hasChanged = false;

  constructor(facts: RefusalFacts, nowMs: number) {
    this.facts = { ...facts };
    this.#triedAtMs = nowMs;
    this.#lookedAtMs = -Infinity;
  }

  get failed(): number {
    return this.facts.failed;
  }

  isLookDue(nowMs: number): boolean {
    return nowMs - this.#lookedAtMs >= LOOK_EVERY_MS;
  }

  /** Takes in what the device shows now. Null: the login must not be tried. */
  see(signs: DeviceSigns, nowMs: number): TryReason | null {
    this.#lookedAtMs = nowMs;
    this.#compare(signs);
    if (!signs.isThere || signs.isLocked === true) return null;
    if (signs.triesLeft !== null && signs.triesLeft < FEWEST_TRIES_LEFT) return null;
    const pausedMs = nowMs - this.#triedAtMs;
    if (this.#hasChanged || this.#isWorthASecondTry()) {
      return pausedMs < this.#pauseMs() ? null : 'evidence';
    }
    const isTime = this.facts.door === 'rtsp' && pausedMs >= this.#grown(UNCHANGED_PAUSE_MS);
    return isTime ? 'time' : null;
  }

  /** Time alone was no reason after all: it begins anew. */
  postpone(nowMs: number): void {
    this.#triedAtMs = nowMs;
  }

  /** The try that `see` allowed was refused, too. */
  refuseAgain(triesLeft: number | null, nowMs: number): void {
    this.facts.failed += 1;
    this.facts.triesLeft = triesLeft;
    this.#triedAtMs = nowMs;
    this.#hasChanged = false;
    this.#wasAway = false;
  }

  #compare({ isThere, identity, triesLeft }: DeviceSigns): void {
    const before = this.facts.triesLeft;
    if (!isThere) {
      // A device that counts aloud shows by its count whether it has begun anew.
      this.#wasAway = this.facts.door === 'rtsp' || before === null;
      return;
    }
    if (this.#wasAway) this.#hasChanged = true;
    this.#wasAway = false;
    if (identity !== '') {
      if (this.#identity !== null && this.#identity !== identity) this.#hasChanged = true;
      this.#identity = identity;
    }
    if (before !== null && triesLeft !== null && triesLeft > before) this.#hasChanged = true;
  }

  /** Whoever was let in before, or is let in through the other door, has the right password. */
  #isWorthASecondTry(): boolean {
    const { door, failed, wasAccepted } = this.facts;
    return failed < TRIES_WITHOUT_CHANGE && (door === 'rtsp' || wasAccepted);
  }

  #pauseMs(): number {
    const { door, failed, wasAccepted } = this.facts;
    if (failed >= TRIES_WITHOUT_CHANGE) return this.#grown(CHANGE_PAUSE_MS);
    const rtsp = wasAccepted ? 'rtsp-accepted' : 'rtsp-never-accepted';
    const pauseMs = FIRST_PAUSES_MS[door === 'web' ? door : rtsp];
    return this.#hasChanged ? Math.min(pauseMs, CHANGE_PAUSE_MS) : pauseMs;
  }

  #grown(pauseMs: number): number {
    const growth = PAUSE_GROWTH ** (this.facts.failed - TRIES_WITHOUT_CHANGE);
    return Math.min(LONGEST_PAUSE_MS, pauseMs * growth);
  }
}
