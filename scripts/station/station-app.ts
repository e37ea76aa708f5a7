import { mkdtemp, rm } from 'node:fs/promises';
import { randomInt } from 'node:crypto';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DebuggableApp } from '../devtools/debuggable-app.ts';
import type { RecorderProcess } from '../recorder-process.ts';
import { ROOT } from '../setup/paths.mjs';
import { AppForm } from './app-form.ts';

const PIN_DIGITS = 6;
const TILES = 16;
const IS_LOADED = `location.protocol === 'app:' && document.readyState !== 'loading'`;

/** The built app with data of its own, as it would stand in a guard station. */
export class StationApp {
  readonly #userData: string;
  readonly #env: NodeJS.ProcessEnv;
  readonly #stopping: AbortSignal;

  private constructor(userData: string, env: NodeJS.ProcessEnv, stopping: AbortSignal) {
    this.#userData = userData;
    this.#env = env;
    this.#stopping = stopping;
  }

  static async create(env: NodeJS.ProcessEnv, stopping: AbortSignal): Promise<StationApp> {
    const userData = await mkdtemp(path.join(tmpdir(), 'opus-station-'));
    return new StationApp(userData, env, stopping);
  }

  /** Starts it; its window is there, and its page has been loaded. */
  async launch(): Promise<DebuggableApp> {
    const app = await DebuggableApp.launch({
      ...{ folder: ROOT, userData: this.#userData, env: this.#env, stopping: this.#stopping },
    });
    try {
      await new AppForm(app.page).until(IS_LOADED, 'its page');
      return app;
    } catch (error) {
      await app.stop();
      throw error;
    }
  }

  /** The first start, through the app's own windows: a PIN, then the recorder with so many channels. */
  async setUp(app: DebuggableApp, recorder: RecorderProcess, channels: number): Promise<void> {
    const form = new AppForm(app.page);
    const pin = String(randomInt(10 ** PIN_DIGITS)).padStart(PIN_DIGITS, '0');
    await form.fill('New PIN', pin);
    await form.fill('Repeat PIN', pin);
    await form.click('Set PIN');
    await form.until(`document.querySelector('[data-modal]') === null`, 'the wall');
    await form.click('Add NVR');
    await form.click('Add by pattern…');
    const entries = {
      Name: 'Bench',
      Address: recorder.host,
      'HTTP port': String(recorder.httpPort),
      'RTSP port': String(recorder.rtspPort),
      User: recorder.user,
      Password: recorder.password,
      'Max channels': String(channels),
    };
    for (const [label, text] of Object.entries(entries)) await form.fill(label, text);
    await form.click('Add NVR');
    await this.untilLive(app);
  }

  /** Waits until the app itself says that the whole page is live. */
  async untilLive(app: DebuggableApp): Promise<void> {
    const live = `document.querySelectorAll('[data-testid="tile"][data-state="live"]').length === ${TILES}`;
    await new AppForm(app.page).until(live, `${TILES} live tiles`);
  }

  /** Forgets its data; the app must have ended. */
  async remove(): Promise<void> {
    await rm(this.#userData, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}
