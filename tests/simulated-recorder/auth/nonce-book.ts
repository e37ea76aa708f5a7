import { randomBytes } from 'node:crypto';

const NONCE_BYTES = 16;
const REMEMBERED_NONCES = 1024;

/** Whether a nonce may be used now; `unknown` and `replayed` both mean "sign again", not "wrong password". */
export type NonceUse = 'fresh' | 'unknown' | 'replayed';

/** Remembers the nonces handed out, so a client may reuse one with a rising `nc` but not replay a request. */
export class NonceBook {
  readonly #usedCounts = new Map<string, Set<string>>();

  issue(): string {
    const oldest = this.#usedCounts.keys().next();
    if (this.#usedCounts.size >= REMEMBERED_NONCES && oldest.done !== true) {
      this.#usedCounts.delete(oldest.value);
    }
    const nonce = randomBytes(NONCE_BYTES).toString('hex');
    this.#usedCounts.set(nonce, new Set());
    return nonce;
  }

  use(nonce: string, nc: string | undefined): NonceUse {
    const used = this.#usedCounts.get(nonce);
    if (used === undefined) return 'unknown';
    if (nc === undefined) return 'fresh';
    if (used.has(nc)) return 'replayed';
    used.add(nc);
    return 'fresh';
  }

  forgetAll(): void {
    this.#usedCounts.clear();
  }
}
