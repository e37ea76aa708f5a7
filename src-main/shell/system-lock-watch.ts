import type { PowerMonitor } from 'electron';
import type { Service } from '../app/lifecycle/service.ts';

/** On Linux, Electron reports no `lock-screen`, but tells on request whether a locker or screen saver covers the screen. */
const POLL_MS = 2_000;
/** Electron wants one; only `locked` counts here. */
const ANY_IDLE_SECONDS = 60;

/** What the watch needs of Electron's power monitor. */
export type SystemPower = Pick<PowerMonitor, 'on' | 'off' | 'getSystemIdleState'>;

/** Locks the app when the machine is locked or put to sleep: whoever comes back need not be who left. */
export class SystemLockWatch implements Service {
  readonly #monitor: SystemPower;
  readonly #lock: () => void;
  readonly #platform: NodeJS.Platform;
  #timer: NodeJS.Timeout | undefined;
  #wasLocked = false;

  constructor(monitor: SystemPower, lock: () => void, platform = process.platform) {
    this.#monitor = monitor;
    this.#lock = lock;
    this.#platform = platform;
  }

  async start(): Promise<void> {
    await this.stop();
    this.#monitor.on('lock-screen', this.#lock);
    this.#monitor.on('suspend', this.#lock);
    if (this.#platform === 'linux') this.#timer = setInterval(() => this.#look(), POLL_MS);
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    this.#monitor.off('lock-screen', this.#lock);
    this.#monitor.off('suspend', this.#lock);
  }

  #look(): void {
    const isLocked = this.#monitor.getSystemIdleState(ANY_IDLE_SECONDS) === 'locked';
    if (isLocked && !this.#wasLocked) this.#lock();
    this.#wasLocked = isLocked;
  }
}
