/**
 * How the login of a dial ended. `accepted`: any answer but 401 to a signed request, or no login was wanted. `refused`: signed and 401,
 * so one failed login was spent; it may follow `accepted`, where the password was changed in the middle of a dial. `untold`: cut, late,
 * unreachable or over, and nothing more was learnt.
 */
export type DialOutcome = 'accepted' | 'refused' | 'untold';

/** What is heard of a dial's login. `questioned`: its session plays on, but what keeps it alive was refused. */
export type RtspLoginOutcome = DialOutcome | 'questioned';

/** What one refusal means: for that stream alone, for the recorder, or no more than is known already. */
export type RefusalMeaning = 'stream' | 'recorder' | 'known';

/** The tiles of a page dial within half a second; an answer that is older says nothing of what a dial would meet now. */
const FRESH_MS = 1_000;
/** A scout that takes longer is not waited for: another one goes beside it. */
const SCOUT_ALONE_MS = 2_000;
/** A single stream that was refused while others are welcome is asked once more after the first time, then hardly ever. */
const STREAM_PAUSES_MS = { once: 30_000, often: 60 * 60 * 1000 };

/** A stream that wants to be dialled. */
export interface DialWish {
  stream: string;
  /** When it was dialled last (performance.now()), if it has broken off since; null: a tile has just opened it. */
  brokenSinceMs: number | null;
}

/** A dial that was let go. */
export interface Dial {
  readonly stream: string;
  readonly isForBroken: boolean;
  /** performance.now() */
  readonly startedAtMs: number;
}

/** `held`: the stream or the whole recorder was refused. `late`: no other dial has told in time how it ended. */
export type DialTurn = Dial | 'held' | 'late';

interface StreamRefusal {
  times: number;
  /** performance.now() */
  atMs: number;
  /** Another login was accepted since: the refusal concerns this stream only. */
  isAlone: boolean;
}

interface Proof {
  startedAtMs: number;
  atMs: number;
  isForBroken: boolean;
}

/**
 * One recorder's RTSP server, seen by its logins. Sixteen tiles that dial at once are sixteen failed logins where RTSP refuses what the
 * web server accepts. So one dial goes first, as a scout; the others wait for its outcome and share it.
 */
export class RtspDoor {
  #proof: Proof | null = null;
  readonly #scouts = new Set<Dial>();
  readonly #accepted = new Set<string>();
  readonly #refusals = new Map<string, StreamRefusal>();
  readonly #waiting = new Set<() => void>();
  #isDoubted = false;
  #isOver = false;

  /** True after a refusal that may concern the whole recorder, until `clear`: no stream is dialled. */
  get isDoubted(): boolean {
    return this.#isDoubted;
  }

  /** True when any login was accepted since the password was saved, in this run. */
  get isProven(): boolean {
    return this.#accepted.size > 0;
  }

  hasAccepted(stream: string): boolean {
    return this.#accepted.has(stream);
  }

  /** True while a stream must not be dialled: it, or the recorder, was refused. */
  isHeld(stream: string): boolean {
    if (this.#isOver || this.#isDoubted) return true;
    const refusal = this.#refusals.get(stream);
    if (refusal === undefined) return false;
    const pauseMs = STREAM_PAUSES_MS[refusal.times > 1 ? 'often' : 'once'];
    return performance.now() - refusal.atMs < pauseMs;
  }

  /** Waits for its turn, but no longer than `patienceMs`. The outcome of what it lets go must be told to `settle`. */
  async admit(wish: DialWish, patienceMs: number): Promise<DialTurn> {
    const endMs = performance.now() + patienceMs;
    for (;;) {
      if (this.isHeld(wish.stream)) return 'held';
      const isCovered = this.#covers(wish);
      const scoutRestMs = this.#scoutRestMs();
      if (isCovered || scoutRestMs <= 0) return this.#begin(wish, !isCovered);
      const restMs = endMs - performance.now();
      if (restMs <= 0) return 'late';
      await this.#change(Math.min(restMs, scoutRestMs));
    }
  }

  /** Learns how a dial ended. Null: nothing was refused. */
  settle(dial: Dial, outcome: DialOutcome): RefusalMeaning | null {
    this.#scouts.delete(dial);
    const meaning = this.#learn(dial, outcome);
    this.#wake();
    return meaning;
  }

  /** The recorder takes the login after all. Streams that were refused themselves are asked once more, after a pause. */
  clear(acceptedStream: string | null): void {
    this.#isDoubted = false;
    if (acceptedStream !== null) {
      this.#accepted.add(acceptedStream);
      this.#refusals.delete(acceptedStream);
    }
    for (const refusal of this.#refusals.values()) refusal.times = 1;
    this.#setApart();
    this.#wake();
  }

  /** What was learnt counts no more; whoever waits is told so. */
  end(): void {
    this.#isOver = true;
    this.#wake();
  }

  #learn(dial: Dial, outcome: DialOutcome): RefusalMeaning | null {
    if (this.#isOver || outcome === 'untold') return null;
    const atMs = performance.now();
    if (outcome === 'accepted') {
      const { startedAtMs, isForBroken } = dial;
      this.#proof = { startedAtMs, atMs, isForBroken };
      this.#accepted.add(dial.stream);
      this.#refusals.delete(dial.stream);
      this.#setApart();
      return null;
    }
    const before = this.#refusals.get(dial.stream);
    // Others were let in since it was refused the first time, or while it waited for this answer.
    const isAlone = before?.isAlone === true || (this.#proof?.startedAtMs ?? 0) > dial.startedAtMs;
    this.#refusals.set(dial.stream, { times: (before?.times ?? 0) + 1, atMs, isAlone });
    if (this.#isDoubted) return 'known';
    if (isAlone) return 'stream';
    this.#proof = null;
    this.#isDoubted = true;
    return 'recorder';
  }

  #setApart(): void {
    for (const refusal of this.#refusals.values()) refusal.isAlone = true;
  }

  #begin({ stream, brokenSinceMs }: DialWish, isScout: boolean): Dial {
    const isForBroken = brokenSinceMs !== null;
    const dial: Dial = { stream, isForBroken, startedAtMs: performance.now() };
    if (isScout) this.#scouts.add(dial);
    return dial;
  }

  /** One that broke off is covered only by what others learnt that broke off, too, and after it was dialled. */
  #covers({ brokenSinceMs }: DialWish): boolean {
    const proof = this.#proof;
    if (proof === null || performance.now() - proof.atMs > FRESH_MS) return false;
    return brokenSinceMs === null || (proof.isForBroken && brokenSinceMs < proof.startedAtMs);
  }

  /** How long a scout may still go alone; 0 when none is under way. */
  #scoutRestMs(): number {
    for (const scout of this.#scouts) {
      const restMs = scout.startedAtMs + SCOUT_ALONE_MS - performance.now();
      if (restMs > 0) return restMs;
      this.#scouts.delete(scout);
    }
    return 0;
  }

  /** Waits until something was learnt, but no longer than this. */
  #change(patienceMs: number): Promise<void> {
    return new Promise((resolve) => {
      const end = (): void => {
        clearTimeout(timer);
        this.#waiting.delete(end);
        resolve();
      };
      const timer = setTimeout(end, patienceMs);
      this.#waiting.add(end);
    });
  }

  #wake(): void {
    for (const wake of [...this.#waiting]) wake();
  }
}
