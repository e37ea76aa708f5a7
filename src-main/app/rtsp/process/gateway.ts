import { describeStream } from '../client/describe-stream.ts';
import type { LoginOutcome } from '../client/device-session.ts';
import { SharedLogins } from '../client/shared-login.ts';
import { type DialPermission } from '../recorded/recorded-stream.ts';
import { RecordedServer } from '../recorded/recorded-server.ts';
import { LeaseServer } from '../server/lease-server.ts';
import type { FromGateway, ToGateway } from './gateway-messages.ts';

type DialAnswer = Extract<ToGateway, { kind: 'dial-answer' }>;

/** What the gateway's process does, apart from how it is spoken to. */
export class Gateway {
  readonly #post: (message: FromGateway) => void;
  readonly #server: LeaseServer;
  readonly #recorded: RecordedServer;
  readonly #dials = new Map<number, (answer: DialPermission) => void>();
  readonly #checks = new Map<number, AbortController>();
  readonly #logins = new SharedLogins();
  #dialId = 0;

  constructor(post: (message: FromGateway) => void) {
    this.#post = post;
    this.#server = new LeaseServer({
      dial: async (lease) => {
        const answer = await this.#dial(lease);
        return typeof answer === 'string' ? null : answer;
      },
      tell: (lease, news) => post({ kind: 'news', lease, news }),
    });
    this.#recorded = new RecordedServer((lease) => this.#dial(lease));
  }

  /** Takes one message of main. */
  async receive(message: ToGateway): Promise<void> {
    switch (message.kind) {
      case 'listen':
        this.#post({
          kind: 'listening',
          port: await this.#server.start(message.port),
          recordedPort: await this.#recorded.start(),
        });
        return;
      case 'dial-answer':
        this.#onDialAnswer(message);
        return;
      case 'describe':
        await this.#describe(message);
        return;
      case 'cancel-describe':
        this.#checks.get(message.checkId)?.abort();
        return;
      case 'end':
        this.#server.endLeases(message.leases);
        this.#recorded.endLeases(message.leases);
        return;
      case 'stop':
        await Promise.all([this.#server.stop(), this.#recorded.stop()]);
        this.#post({ kind: 'stopped' });
        return;
      case 'ping':
        this.#post({ kind: 'pong' });
        return;
    }
  }

  #dial(lease: string): Promise<DialPermission> {
    const dialId = (this.#dialId += 1);
    return new Promise((resolve) => {
      this.#dials.set(dialId, resolve);
      this.#post({ kind: 'dial', dialId, lease });
    });
  }

  #onDialAnswer({ dialId, stream, clock, cause }: DialAnswer): void {
    const resolve = this.#dials.get(dialId);
    this.#dials.delete(dialId);
    const onLogin = (outcome: LoginOutcome): void => this.#post({ kind: 'login', dialId, outcome });
    const shared = stream && this.#logins.of(stream);
    resolve?.(stream && shared ? { stream, onLogin, shared, clock } : (cause ?? null));
  }

  async #describe({ checkId, stream }: Extract<ToGateway, { kind: 'describe' }>): Promise<void> {
    const leaving = new AbortController();
    this.#checks.set(checkId, leaving);
    const answer = await describeStream(stream, leaving.signal, this.#logins.of(stream));
    this.#checks.delete(checkId);
    this.#post({ kind: 'described', checkId, answer });
  }
}
