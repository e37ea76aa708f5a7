import type { PowerMonitor } from 'electron';
import type { Service } from '../app/lifecycle/service.ts';

/** Locks the app when the machine is locked or put to sleep: whoever comes back need not be who left. */
export class SystemLockWatch implements Service {
  readonly #monitor: Pick<PowerMonitor, 'on' | 'off'>;
  readonly #lock: () => void;

  constructor(monitor: Pick<PowerMonitor, 'on' | 'off'>, lock: () => void) {
    this.#monitor = monitor;
    this.#lock = lock;
  }

  async start(): Promise<void> {
    await this.stop();
    this.#monitor.on('lock-screen', this.#lock);
    this.#monitor.on('suspend', this.#lock);
  }

  async stop(): Promise<void> {
    this.#monitor.off('lock-screen', this.#lock);
    this.#monitor.off('suspend', this.#lock);
  }
}
