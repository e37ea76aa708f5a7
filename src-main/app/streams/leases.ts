import { randomBytes } from 'node:crypto';

const LEASE_BYTES = 16;

/** What go2rtc knows a stream by when it asks the RTSP gateway for it: random, worth nothing elsewhere, and good only while the stream is wanted. */
export class Leases {
  readonly #leases = new Map<string, string>();
  readonly #names = new Map<string, string>();

  /** The lease of a stream by its name; the same one for as long as it is kept, since go2rtc drops a session whose source changes. */
  take(name: string): string {
    const known = this.#leases.get(name);
    if (known !== undefined) return known;
    const lease = randomBytes(LEASE_BYTES).toString('hex');
    this.#leases.set(name, lease);
    this.#names.set(lease, name);
    return lease;
  }

  /** The streams that go2rtc may know. */
  get names(): string[] {
    return [...this.#leases.keys()];
  }

  /** The stream's name; null for a lease that is none any more. */
  nameOf(lease: string): string | null {
    return this.#names.get(lease) ?? null;
  }

  /** Gives back the leases that these streams had. */
  drop(isMeant: (name: string) => boolean): string[] {
    const dropped = [...this.#leases].filter(([name]) => isMeant(name));
    for (const [name, lease] of dropped) {
      this.#leases.delete(name);
      this.#names.delete(lease);
    }
    return dropped.map(([, lease]) => lease);
  }
}
