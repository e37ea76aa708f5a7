/** What go2rtc itself waits for a packet (its RTSP client). */
const USUAL_MS = 5_000;
/** Hikvision's slowest rate is a frame every 16 s; more than two of them missing is no slow stream any more. */
const LONGEST_MS = 45_000;
const SLOWEST_MS = 16_000;
const INTERVALS_WAITED = 2.5;
/** Of a session: from so many pictures on their pace is known. */
const PACE_KNOWN_AT = 3;
/** Packets so far apart are of different pictures, whatever their stamps say: those of some cameras stand. */
const PAUSE_MS = 1_000;
/** So much more media than time tells of frames that are sent in bursts; the longest that were met are 6 s apart. */
const AHEAD_MS = 1_000;
const BURST_PATIENCE_MS = 15_000;
/** What was learnt of gaps is half forgotten after so long with pictures; those of a burst take no time. */
const HALF_FORGOTTEN_MS = 500;

/**
 * How long a stream may be silent before its session counts as dead: by its own pace. Before that is known it may be a slow one, whose
 * first keyframe comes after half a minute; a new session instead would begin to wait anew. Times in milliseconds of a monotonic clock.
 */
export class SilencePatience {
  #patienceMs = LONGEST_MS;
  #packetAtMs = 0;
  #pictureAtMs = 0;
  #pictures = 0;
  #longestGapMs = 0;
  /** By how much the stamps of this session are ahead of time. */
  #aheadMs = 0;

  /** A session begins to play. */
  begin(nowMs: number): void {
    this.#packetAtMs = nowMs;
    this.#pictures = 0;
    this.#aheadMs = 0;
  }

  /**
   * A packet arrived.
   * @param stepMs how far its stamp is from that of the packet before: pictures of a slow stream may come at once, from a cache
   */
  onPacket(nowMs: number, stepMs: number): void {
    const isPicture = stepMs > 0 || nowMs - this.#packetAtMs >= PAUSE_MS || this.#pictures === 0;
    this.#packetAtMs = nowMs;
    if (!isPicture) return;
    const gapMs = Math.max(nowMs - this.#pictureAtMs, Math.min(stepMs, SLOWEST_MS));
    if (this.#pictures > 0) {
      const passedMs = nowMs - this.#pictureAtMs;
      // A larger step is a clock that was set.
      const aheadMs = stepMs > SLOWEST_MS ? 0 : stepMs - passedMs;
      this.#aheadMs = Math.max(0, this.#aheadMs + aheadMs);
      // Forgets slowly: one pause of a usual stream is no pace.
      const kept = 0.5 ** (passedMs / HALF_FORGOTTEN_MS);
      this.#longestGapMs = Math.max(gapMs, this.#longestGapMs * kept);
    }
    this.#pictureAtMs = nowMs;
    this.#pictures += 1;
    if (this.#pictures < PACE_KNOWN_AT) return;
    const waitedMs = this.#longestGapMs * INTERVALS_WAITED;
    const leastMs = this.#aheadMs >= AHEAD_MS ? BURST_PATIENCE_MS : USUAL_MS;
    this.#patienceMs = Math.min(Math.max(waitedMs, leastMs), LONGEST_MS);
  }

  /** Whether the session is to be given up. */
  isOver(nowMs: number): boolean {
    return nowMs - this.#packetAtMs > this.#patienceMs;
  }
}
