import type { StreamNews } from '@contract/models/playback.ts';
import { LimitedServer, type Caller } from '../../net/limited-server.ts';
import { LeaseConnection } from './lease-connection.ts';
import { LeasedStream, type GrantedDial } from './leased-stream.ts';
import { SilencePatience } from './silence-patience.ts';

/** go2rtc has one for each stream: far more than a wall of 64 tiles, its sounds and clips. */
const LIMITS = { maxConnections: 256, introductionMs: 10_000 };
/** More leases than an app of thousands of cameras opens in a while; older ones are learnt anew. */
const PATIENCES_KEPT = 2_000;
/** go2rtc comes again within moments, unless it or its viewer has gone. */
const PARKED_MS = 5_000;

/** What the server asks and tells. */
export interface LeaseServerOptions {
  dial: (lease: string) => Promise<GrantedDial | null>;
  tell: (lease: string, news: StreamNews) => void;
}

/** The RTSP server on loopback that go2rtc plays from. It knows no stream: each dial is asked of main. */
export class LeaseServer {
  readonly #options: LeaseServerOptions;
  readonly #connections = new Set<LeaseConnection>();
  readonly #patiences = new Map<string, SilencePatience>();
  readonly #parked = new Map<
    string,
    { stream: LeasedStream; timer: ReturnType<typeof setTimeout> }
  >();
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

  async stop(): Promise<void> {
    this.endLeases([...this.#parked.keys()]);
    await this.#server?.close();
    this.#server = null;
  }

  /**
   * Ends what is dialled or played for these leases, unsigned: main does so when the login may be good no more, and a device that checks the
   * login of each TEARDOWN would count a failed one for each stream.
   */
  endLeases(leases: readonly string[]): void {
    for (const lease of leases) {
      this.#patiences.delete(lease);
      this.#unpark(lease)?.end(false);
    }
    for (const connection of this.#connections) {
      if (connection.lease !== null && leases.includes(connection.lease)) connection.end(false);
    }
  }

  #serve({ socket, markKnown }: Caller): void {
    socket.setNoDelay(true);
    const desk = {
      dial: async (lease: string): Promise<GrantedDial | null> => {
        const granted = await this.#options.dial(lease);
        if (granted !== null) markKnown();
        return granted;
      },
      tell: this.#options.tell,
      patienceOf: (lease: string) => this.#patienceOf(lease),
    };
    const connection = new LeaseConnection(socket, {
      take: (lease) => {
        const parked = this.#unpark(lease);
        if (parked !== null) markKnown();
        return parked ?? new LeasedStream(lease, desk);
      },
      park: (stream) => this.#park(stream),
    });
    this.#connections.add(connection);
    socket.on('close', () => this.#connections.delete(connection));
  }

  #park(stream: LeasedStream): void {
    this.#unpark(stream.lease)?.end();
    const timer = setTimeout(() => this.#unpark(stream.lease)?.end(), PARKED_MS);
    this.#parked.set(stream.lease, { stream, timer });
  }

  #unpark(lease: string): LeasedStream | null {
    const parked = this.#parked.get(lease);
    this.#parked.delete(lease);
    clearTimeout(parked?.timer);
    return parked?.stream ?? null;
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
