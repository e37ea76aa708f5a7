import type { RecordingClock } from '../../domain/time/recording-time.ts';
import type { DescribeAnswer } from '../client/describe-stream.ts';
import type { DeviceStream, LoginOutcome } from '../client/device-session.ts';
import type { FromGateway, GatewayChild, ToGateway } from './gateway-messages.ts';

const ENDED: DescribeAnswer = { kind: 'failed', cause: 'no-answer', identity: '' };

/** What main and one gateway process owe each other: whatever was asked is answered, also when the process ends. */
export class GatewayCalls {
  readonly #child: GatewayChild;
  readonly #logins = new Map<number, (outcome: LoginOutcome) => void>();
  readonly #checks = new Map<number, (answer: DescribeAnswer) => void>();
  #onStopped: (() => void) | null = null;
  #checkId = 0;
  #pingsMissed = 0;
  #isOver = false;

  constructor(child: GatewayChild, onMessage: (message: FromGateway) => void) {
    this.#child = child;
    child.onMessage((message) => {
      this.#pingsMissed = 0;
      this.#settle(message);
      onMessage(message);
    });
  }

  post(message: ToGateway): void {
    if (!this.#isOver) this.#child.post(message);
  }

  /** Asks for a sign of life; gives back how many went unanswered before. */
  ping(): number {
    this.post({ kind: 'ping' });
    return this.#pingsMissed++;
  }

  /** Resolves when all sessions have ended, or the process has. */
  stop(): Promise<void> {
    if (this.#isOver) return Promise.resolve();
    return new Promise((resolve) => {
      this.#onStopped = resolve;
      this.post({ kind: 'stop' });
    });
  }

  describe(stream: DeviceStream, signal: AbortSignal): Promise<DescribeAnswer> {
    if (this.#isOver || signal.aborted) return Promise.resolve(ENDED);
    const checkId = (this.#checkId += 1);
    const cancel = (): void => this.post({ kind: 'cancel-describe', checkId });
    signal.addEventListener('abort', cancel, { once: true });
    return new Promise((resolve) => {
      this.#checks.set(checkId, (answer) => {
        signal.removeEventListener('abort', cancel);
        resolve(answer);
      });
      this.post({ kind: 'describe', checkId, stream });
    });
  }

  grant(
    dialId: number,
    {
      stream,
      clock,
      report,
    }: {
      stream: DeviceStream;
      clock?: RecordingClock | undefined;
      report: (outcome: LoginOutcome) => void;
    },
  ): void {
    if (this.#isOver) {
      report('untold');
      return;
    }
    this.#logins.set(dialId, report);
    this.post({ kind: 'dial-answer', dialId, stream, clock });
  }

  /** The process is gone. */
  end(): void {
    this.#isOver = true;
    for (const report of this.#logins.values()) report('untold');
    for (const resolve of this.#checks.values()) resolve(ENDED);
    this.#onStopped?.();
    this.#logins.clear();
    this.#checks.clear();
  }

  #settle(message: FromGateway): void {
    if (message.kind === 'login') {
      const { dialId, outcome } = message;
      this.#logins.get(dialId)?.(outcome);
      if (outcome === 'refused' || outcome === 'untold') this.#logins.delete(dialId);
    } else if (message.kind === 'described') {
      this.#checks.get(message.checkId)?.(message.answer);
      this.#checks.delete(message.checkId);
    } else if (message.kind === 'stopped') this.#onStopped?.();
  }
}
