// Brings the type of window.opus, for functions that run in the page.
import type {} from '../../../src-renderer/api/ipc-client.ts';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import { developmentElectron, sandboxArgs } from '../../../scripts/electron-dist.ts';
import { devtoolsAddress } from './devtools-address.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');

/** The app as a user's machine runs it: a process of its own, seen only through its page, its files and its children. */
export class RunningApp {
  /** Its first window's, or one of its windows'. */
  readonly page: Page;
  readonly process: ChildProcess;
  /** What the page wrote to its console as errors, and what was thrown in it. */
  readonly pageErrors: string[] = [];
  readonly #browser: Browser;

  private constructor(process: ChildProcess, browser: Browser, page: Page) {
    this.process = process;
    this.#browser = browser;
    this.page = page;
    for (const one of page.context().pages()) this.#watch(one);
    page.context().on('page', (one) => this.#watch(one));
  }

  /** Starts the built app, or the packaged one that OPUS_E2E_APP names, with data of its own. */
  static async launch(
    userData: string,
    env: NodeJS.ProcessEnv = {},
    extraArgs: readonly string[] = [],
  ): Promise<RunningApp> {
    const packaged = process.env['OPUS_E2E_APP'];
    const [command, ...appArgs] =
      packaged === undefined ? [developmentElectron().executable, ROOT] : [packaged];
    const args = [...sandboxArgs(), ...appArgs, '--remote-debugging-port=0', ...extraArgs];
    const child = spawn(command, args, {
      env: { ...process.env, OPUS_USER_DATA: userData, ...env },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const browser = await chromium.connectOverCDP(await devtoolsAddress(child));
    const [context] = browser.contexts();
    if (!context) throw new Error('the app has no browser context');
    const page = context.pages()[0] ?? (await context.waitForEvent('page'));
    return new RunningApp(child, browser, page);
  }

  get isRunning(): boolean {
    return this.process.exitCode === null && this.process.signalCode === null;
  }

  /** The pages of all its windows, as soon as there are so many. */
  async pages(windows: number): Promise<Page[]> {
    const context = this.page.context();
    while (context.pages().length < windows) await context.waitForEvent('page');
    return context.pages();
  }

  /** Ends it as a user does, by a polite signal, and waits until it is gone. */
  async quit(): Promise<void> {
    await this.#end('SIGTERM');
  }

  /** Closes its window, and waits until the process is gone. */
  async closeWindow(): Promise<void> {
    const exited = once(this.process, 'exit');
    // The answer is lost with the page.
    await this.page.evaluate(() => window.close()).catch(() => null);
    await exited;
    await this.#browser.close();
  }

  /** Ends it as a power cut does. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  #watch(page: Page): void {
    page.on('console', (message) => {
      if (message.type() === 'error') this.pageErrors.push(message.text());
    });
    page.on('pageerror', (error) => this.pageErrors.push(error.message));
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    if (this.isRunning) {
      const exited = once(this.process, 'exit');
      this.process.kill(signal);
      await exited;
    }
    await this.#browser.close();
  }
}
