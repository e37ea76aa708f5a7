import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { DEFAULT_VIEW } from '../../../src-preload/contract/models/view.ts';
import { RunningApp } from './running-app.ts';

/** An app with its folder and what it was started with. */
export interface StartedApp {
  readonly userData: string;
  readonly env: NodeJS.ProcessEnv;
  readonly app: RunningApp;
}

/** Starts the app on a folder of its own. */
export async function startApp(env: NodeJS.ProcessEnv): Promise<StartedApp> {
  const userData = fs.mkdtempSync(path.join(os.tmpdir(), 'opus-e2e-'));
  return { userData, env, app: await RunningApp.launch(userData, env) };
}

/** Ends the app and removes its folder. */
export async function discard({ app, userData }: StartedApp): Promise<void> {
  await app.quit();
  fs.rmSync(userData, { recursive: true, force: true });
}

/** An app that a test left whole, for the next one: to start one takes longer than most tests. */
export class SharedApp {
  #spare: StartedApp | null = null;

  /** The app that is left, if it was started with the same environment. */
  async take(env: NodeJS.ProcessEnv): Promise<StartedApp | null> {
    const spare = this.#spare;
    this.#spare = null;
    if (spare === null || isDeepStrictEqual(spare.env, env)) return spare;
    await discard(spare);
    return null;
  }

  /** Empties an unlocked app and keeps it; one that cannot be emptied is ended. */
  async keep(started: StartedApp): Promise<void> {
    const { page, pageErrors } = started.app;
    try {
      await empty(started.app);
      // What lies under the pointer is connected ahead.
      await page.mouse.move(0, 0);
      await page.reload();
      pageErrors.length = 0;
      this.#spare = started;
    } catch {
      await discard(started);
    }
  }

  async end(): Promise<void> {
    if (this.#spare !== null) await discard(this.#spare);
    this.#spare = null;
  }
}

async function empty({ page }: RunningApp): Promise<void> {
  await page.evaluate(async (view) => {
    const { opus } = window;
    const nvrs = await opus.request('nvr:list', {});
    const removals = nvrs.ok ? nvrs.value.map(({ id }) => opus.request('nvr:remove', { id })) : [];
    const answers = [nvrs, ...(await Promise.all(removals)), await opus.request('view:set', view)];
    if (!answers.every(({ ok }) => ok)) throw new Error('the app cannot be emptied');
  }, DEFAULT_VIEW);
}
