/** "12:00:00.000 INF [api] listen addr=127.0.0.1:1984", and with ERR and a reason where it could not (go2rtc, internal/api). */
const LISTEN = /(?<level>[A-Z]{3}) \[api\] listen (?<rest>.*)$/;

/**
 * Hears from go2rtc itself whether it listens where it was told to. Whoever answers at the port may be another program that took it
 * a moment before: go2rtc goes on without its API then, and that program would be sent the token and the addresses of all streams.
 */
export class ListenWatch {
  readonly #address: string;
  #state: 'waiting' | 'listening' | 'refused' = 'waiting';

  constructor(port: number) {
    this.#address = `127.0.0.1:${port}`;
  }

  get state(): 'waiting' | 'listening' | 'refused' {
    return this.#state;
  }

  /** Takes one line of what it prints. */
  hear(line: string): void {
    const { level, rest } = LISTEN.exec(line)?.groups ?? {};
    if (level === 'INF' && rest === `addr=${this.#address}`) this.#state = 'listening';
    if (level === 'ERR') this.#state = 'refused';
  }
}
