const RING_LINES = 500;

/** go2rtc's last words: enough to explain a crash, never growing. */
export class LogRing {
  readonly #lines: string[] = [];

  push(line: string): void {
    this.#lines.push(line);
    if (this.#lines.length > RING_LINES) this.#lines.shift();
  }

  tail(count: number): string[] {
    return this.#lines.slice(-count);
  }
}
