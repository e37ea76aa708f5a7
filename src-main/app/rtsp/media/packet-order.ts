const NUMBERS = 0x10000;
/** What is ahead by more did not come from the same counting. */
const MOST_LOST = 3000;
/** What is behind by more is no late packet and no copy. */
const MOST_LATE = 300;
/** Two neighbours that changed places are put right without having been seen before. */
const LEAST_DEPTH = 2;
const MOST_DEPTH = 32;
/** So many packets in order make a stream an ordered one again. */
const CALM_PACKETS = 3000;
const REMEMBERED = 64;
/** So many packets in a row whose numbers go on elsewhere are a sender that began anew; near by, copies are likelier. */
const FAR_RUN = 2;
const NEAR_RUN = 32;
/** A sender that does not count. */
const STANDING_RUN = 16;
const SSRC_AT = 8;
/** Of two sources at once the other one is passed over until so many of its packets came in a row. */
const OTHER_RUN = 1000;

/** Takes the next packet in order. `isAfterGap`: what stood before it is missing. */
export type TakePacket = (packet: Buffer, isAfterGap: boolean) => void;

/**
 * Puts packets into the order of their sequence numbers (RFC 3550), and counts those that are missing. In order they go through at
 * once. Behind a gap it waits for so many packets as the stream was seen to be out of order, at first 2 and never more than 32.
 */
export class PacketOrder {
  readonly #take: TakePacket;
  /** In order, all ahead of `#next`. */
  #held: Buffer[] = [];
  #next = -1;
  #ssrc = 0;
  /** The source before this one. */
  #formerSsrc = -1;
  /** A source that comes beside this one. */
  #otherSsrc = -1;
  #otherRun = 0;
  #depth = LEAST_DEPTH;
  #calm = 0;
  #lost = 0;
  #isCounting = true;
  /** Numbers that were given up, to tell a late packet from a copy. */
  readonly #missed: number[] = [];
  #stray: { packet: Buffer; next: number; run: number; standing: number } | null = null;

  constructor(take: TakePacket) {
    this.#take = take;
  }

  /** Whether something waits for packets before it. */
  get holds(): boolean {
    return this.#held.length > 0;
  }

  /** How many were missing since the last call. */
  takeLost(): number {
    const lost = this.#lost;
    this.#lost = 0;
    return lost;
  }

  /** The packet is kept until it is taken. */
  push(packet: Buffer): void {
    const number = numberOf(packet);
    const ssrc = packet.readUInt32BE(SSRC_AT);
    const isOther = this.#next >= 0 && ssrc !== this.#ssrc;
    if (isOther && !this.#takesOver(ssrc)) return;
    if (this.#next < 0 || isOther) {
      this.#restart(packet, ssrc);
      return;
    }
    this.#otherRun = 0;
    if (!this.#isCounting) {
      this.#take(packet, false);
      return;
    }
    const ahead = (number - this.#next + NUMBERS) % NUMBERS;
    if (ahead === 0) {
      this.#goOn(packet);
      return;
    }
    if (ahead < MOST_LOST) this.#hold(packet, ahead);
    else this.#doubt(packet, number, ahead);
  }

  /** Gives up what is waited for. */
  flush(): void {
    const [first] = this.#held;
    if (first === undefined) return;
    this.#giveUp(first);
    this.flush();
  }

  /** A source follows another where a sender begins anew; where the former one comes back they are two, and it stays with that one. */
  #takesOver(ssrc: number): boolean {
    this.#otherRun += 1;
    if (ssrc === this.#otherSsrc && this.#otherRun < OTHER_RUN) return false;
    this.#otherSsrc = ssrc === this.#formerSsrc ? this.#ssrc : -1;
    this.#formerSsrc = this.#ssrc;
    this.#otherRun = 0;
    return true;
  }

  #goOn(packet: Buffer): void {
    this.#stray = null;
    this.#calm += 1;
    if (this.#calm > CALM_PACKETS) this.#depth = LEAST_DEPTH;
    this.#next = (this.#next + 1) % NUMBERS;
    this.#take(packet, false);
    if (this.#held.length > 0) this.#calm = 0;
    this.#drain();
  }

  #drain(): void {
    while (this.#held[0] !== undefined && numberOf(this.#held[0]) === this.#next) {
      const packet = this.#held.shift();
      this.#next = (this.#next + 1) % NUMBERS;
      if (packet) this.#take(packet, false);
    }
  }

  #hold(packet: Buffer, ahead: number): void {
    this.#stray = null;
    const aheadOf = (held: Buffer): number => (numberOf(held) - this.#next + NUMBERS) % NUMBERS;
    const at = this.#held.findLastIndex((held) => aheadOf(held) <= ahead);
    const before = this.#held[at];
    if (before !== undefined && aheadOf(before) === ahead) return;
    this.#held.splice(at + 1, 0, packet);
    const [first] = this.#held;
    if (first !== undefined && this.#held.length > this.#depth) this.#giveUp(first);
  }

  #giveUp(first: Buffer): void {
    const number = numberOf(first);
    const missing = (number - this.#next + NUMBERS) % NUMBERS;
    this.#lost += missing;
    for (let back = Math.min(missing, REMEMBERED); back > 0; back -= 1) {
      this.#missed.push((number - back + NUMBERS) % NUMBERS);
    }
    this.#missed.splice(0, this.#missed.length - REMEMBERED);
    this.#held.shift();
    this.#next = (number + 1) % NUMBERS;
    this.#take(first, true);
    this.#drain();
  }

  /** Late, a copy, or of another counting. */
  #doubt(packet: Buffer, number: number, ahead: number): void {
    const behind = NUMBERS - ahead;
    const missedAt = this.#missed.indexOf(number);
    if (behind < MOST_LATE && missedAt >= 0) {
      this.#missed.splice(missedAt, 1);
      this.#depth = Math.min(MOST_DEPTH, Math.max(this.#depth, behind + 1));
      this.#calm = 0;
      return;
    }
    const last = this.#stray;
    const isNext = last !== null && number === last.next;
    const isSame = last !== null && number === (last.next - 1 + NUMBERS) % NUMBERS;
    const run = isNext ? last.run + 1 : 1;
    const standing = isSame ? last.standing + 1 : 1;
    this.#stray = { packet, next: (number + 1) % NUMBERS, run, standing };
    if (standing >= STANDING_RUN) this.#isCounting = false;
    if (run < (behind < MOST_LATE ? NEAR_RUN : FAR_RUN)) return;
    this.#restart(packet, this.#ssrc, last?.packet);
  }

  #restart(packet: Buffer, ssrc: number, before?: Buffer): void {
    const isFirst = this.#next < 0;
    this.flush();
    this.#stray = null;
    this.#isCounting = true;
    this.#missed.length = 0;
    this.#ssrc = ssrc;
    this.#next = (numberOf(packet) + 1) % NUMBERS;
    if (before) this.#take(before, !isFirst);
    this.#take(packet, !isFirst && !before);
  }
}

function numberOf(packet: Buffer): number {
  return packet.readUInt16BE(2);
}
