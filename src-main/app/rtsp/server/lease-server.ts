import { LimitedServer, type Caller } from '../../net/limited-server.ts';
import type { StreamNews } from '@contract/models/playback.ts';
import { LeaseConnection, type GrantedDial } from './lease-connection.ts';
import { SilencePatience } from './silence-patience.ts';

/** Go2rtc has one for each stream: far more than a wall of 64 tiles, its sounds and clips. */
const LIMITS = { maxConnections: 256, introductionMs: 10_000 };
/** More leases than an app of thousands of cameras opens in a while; older ones are learnt anew. */
const PATIENCES_KEPT = 2_000;

/** What the server asks and tells. */
export interface LeaseServerOptions {
  dial: (lease: string) => Promise<GrantedDial | null>;
  tell: (lease: string, news: StreamNews) => void;
}

/** The RTSP server on loopback that go2rtc plays from. It knows no stream: each DESCRIBE is asked of main. */
export class LeaseServer {
  readonly #options: LeaseServerOptions;
  readonly #connections = new Set<LeaseConnection>();
  readonly #patiences = new Map<string, SilencePatience>();
  #server: LimitedServer | null = null;

  constructor(options: LeaseServerOptions) {
    this.#options = options;
  }

  /** Listens on this port, or on any where it is taken or 0; gives back which. */
  async start(port: number): Promise<number> {
    const server = new LimitedServer(LIMITS, (caller) => this.#serve(caller));
    this.#server = server;
    return await server.listen(port).catch(() => server.listen(0));
  }

  /** Ends what is played for these leases. */
  endLeases(leases: readonly string[]): void {
    for (const connection of this.#connections) {
      if (leases.includes(connection.lease)) connection.end();
    }
    for (const lease of leases) this.#patiences.delete(lease);
  }

  async stop(): Promise<void> {
    await this.#server?.close();
    this.#server = null;
  }

  #serve({ socket, markKnown }: Caller): void {
    socket.setNoDelay(true);
    const connection = new LeaseConnection(socket, {
      dial: async (lease) => {
        const granted = await this.#options.dial(lease);
        if (granted !== null) markKnown();
        return granted;
      },
      tell: this.#options.tell,
      patienceOf: (lease) => this.#patienceOf(lease),
    });
    this.#connections.add(connection);
    socket.on('close', () => this.#connections.delete(connection));
  }

  #patienceOf(lease: string): SilencePatience {
    const known = this.#patiences.get(lease) ?? new SilencePatience();
    this.#patiences.delete(lease);
    this.#patiences.set(lease, known);
    const [oldest] = this.#patiences.keys();
    if (this.#patiences.size > PATIENCES_KEPT && oldest !== undefined) {
      this.#patiences.delete(oldest);
    }
    return known;
  }
}
