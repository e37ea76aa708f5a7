import { type DeviceTime, readDeviceTime } from '../../domain/time/device-time.ts';

/** What is known of a device's clock, to tell what happened just now from what it tells late. It may be years off: only its own times are compared. */
export class DeviceClock {
  #known: { told: DeviceTime; atMs: number } | null = null;

  get isKnown(): boolean {
    return this.#known !== null;
  }

  /** Its time at this moment, as it was written; what cannot be read changes nothing. */
  note(time: string | null): void {
    const told = time === null ? null : readDeviceTime(time);
    if (told !== null) this.#known = { told, atMs: performance.now() };
  }

  /** True for what happened so long ago, whichever way its time is read; false where that is not known. */
  isOlderThan(ageMs: number, time: string | null): boolean {
    const age = this.ageOf(time);
    return age !== null && age > ageMs;
  }

  /** How long ago that was, in ms, however far off the device's clock is; of two readings the younger one. Null: not known. */
  ageOf(time: string | null): number | null {
    const told = time === null ? null : readDeviceTime(time);
    if (told === null || this.#known === null) return null;
    const { told: known, atMs } = this.#known;
    const sinceMs = performance.now() - atMs;
    const ages = [known.digitsMs + sinceMs - told.digitsMs];
    if (known.instantMs !== null && told.instantMs !== null) {
      ages.push(known.instantMs + sinceMs - told.instantMs);
    }
    return Math.max(0, Math.min(...ages));
  }
}
