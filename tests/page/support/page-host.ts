import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import { developmentElectron, sandboxArgs } from '../../../scripts/electron-dist.ts';
import { devtoolsAddress } from '../../e2e/support/devtools-address.ts';
import { PageBridge } from './page-bridge.ts';

const PROGRAM = path.join(import.meta.dirname, 'host-window.mjs');
const VIEWPORT = { width: 1280, height: 800 };

/** A window of Electron's own Chromium, in which one test after the other opens the app's page. */
export class PageHost {
  readonly bridge: PageBridge;
  /** What the page wrote to its console as errors, and what was thrown in it. */
  readonly pageErrors: string[] = [];
  readonly #process: ChildProcess;
  readonly #browser: Browser;
  readonly #folder: string;

  private constructor(process: ChildProcess, browser: Browser, bridge: PageBridge, folder: string) {
    this.#process = process;
    this.#browser = browser;
    this.bridge = bridge;
    this.#folder = folder;
    this.page.on('console', (message) => {
      if (message.type() === 'error') this.pageErrors.push(message.text());
    });
    this.page.on('pageerror', (error) => this.pageErrors.push(error.message));
  }

  static async launch(): Promise<PageHost> {
    const folder = mkdtempSync(path.join(tmpdir(), 'opus-page-'));
    const switches = ['--remote-debugging-port=0', `--user-data-dir=${folder}`];
    const child = spawn(
      developmentElectron().executable,
      [...sandboxArgs(), ...switches, PROGRAM],
      { stdio: ['ignore', 'ignore', 'pipe'] },
    );
    const browser = await chromium.connectOverCDP(await devtoolsAddress(child));
    const [context] = browser.contexts();
    if (!context) throw new Error('the window has no browser context');
    const page = context.pages()[0] ?? (await context.waitForEvent('page'));
    return new PageHost(child, browser, await PageBridge.install(page), folder);
  }

  get page(): Page {
    return this.bridge.page;
  }

  /** Leaves the app's page, with nothing of it going on. */
  async empty(): Promise<void> {
    this.bridge.connect(null);
    await this.page.setViewportSize(VIEWPORT);
    // What lies under the pointer is connected ahead.
    await this.page.mouse.move(0, 0);
    await this.page.goto('about:blank');
    this.pageErrors.length = 0;
  }

  async end(): Promise<void> {
    const exited = once(this.#process, 'exit');
    this.#process.kill();
    await exited;
    await this.#browser.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
