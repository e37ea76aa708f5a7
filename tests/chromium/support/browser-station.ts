import path from 'node:path';
import type { Page } from '@playwright/test';
import type { EventChannel, RequestChannel } from '@contract/ipc-contract.ts';
import { DEFAULT_VIEW } from '@contract/models/view.ts';
import { type AppServices, createAppServices } from '../../../src-main/app/app-services.ts';
import type { ClipService } from '../../../src-main/app/clips/clip-service.ts';
import { createClips } from '../../../src-main/app/clips/create-clips.ts';
import { ServiceGroup } from '../../../src-main/app/lifecycle/service-group.ts';
import type { Logger } from '../../../src-main/app/logging/logger.ts';
import { PageErrors } from '../../../src-main/app/logging/page-errors.ts';
import { MemorySecretStore } from '../../../src-main/app/secrets/memory-secret-store.ts';
import { answer, type Handlers } from '../../../src-main/shell/ipc/answer.ts';
import { createHandlers } from '../../../src-main/shell/ipc/handlers/index.ts';
import { publishEvents } from '../../../src-main/shell/ipc/publish-events.ts';
import { SavedFiles } from '../../../src-main/shell/saved-files.ts';
import { forkGateway } from '../../support/gateway-child.ts';
import { forkReader } from '../../support/reader-child.ts';
import { recordLog } from '../../support/recorded-log.ts';
import { PageServer } from './page-server.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');

/** Everything of the app but Electron: main's services and handlers, and a server for its page and its streams. */
export class BrowserStation {
  readonly #services: AppServices;
  readonly #group: ServiceGroup;
  readonly #server: PageServer;
  readonly #handlers: Handlers;
  readonly #log: Logger;
  readonly #clips: ClipService;

  private constructor(services: AppServices, folder: string, log: Logger) {
    const files = new SavedFiles({ folderOf: () => folder, show: () => undefined });
    const beginFile = () => files.begin({ kind: 'videos', baseName: 'clip', extension: 'mp4' });
    const clips = createClips({ services, log, beginFile });
    this.#services = services;
    this.#log = log;
    this.#clips = clips;
    this.#group = new ServiceGroup([...services.all, clips], log);
    this.#server = new PageServer(path.join(ROOT, 'dist/renderer'), {
      currentClient: () => services.go2rtc.client,
      openStream: (name) => services.streams.open(name),
    });
    const info = { version: '0.0.0', isDemo: false, notices: [] };
    const preferences = { view: DEFAULT_VIEW };
    const pageErrors = new PageErrors(log);
    const own = { info, preferences, files, clips, pageErrors };
    this.#handlers = createHandlers({ ...services, ...own });
  }

  static async start(folder: string): Promise<BrowserStation> {
    const { log, redactor } = recordLog();
    const services = await createAppServices({
      databaseFile: path.join(folder, 'opus.sqlite'),
      go2rtcFolder: path.join(folder, 'go2rtc'),
      go2rtcBinaries: path.join(ROOT, 'go2rtc-bin'),
      secrets: new MemorySecretStore(),
      ...{ launchGateway: forkGateway, launchReader: forkReader },
      log,
      redactor,
    });
    const station = new BrowserStation(services, folder, log);
    await station.#group.start();
    await station.#server.start();
    return station;
  }

  async stop(): Promise<void> {
    await this.#server.stop();
    await this.#group.stop();
  }

  /** Puts `window.opus` into a page as the preload would, and opens the app in it. */
  async open(page: Page): Promise<void> {
    await page.exposeFunction('askMain', (channel: RequestChannel, payload: unknown) =>
      this.#answer(channel, payload),
    );
    await page.addInitScript(() => {
      const listeners = new Map<string, Set<(payload: unknown) => void>>();
      const opus = {
        request: (channel: string, payload: unknown) => window.askMain(channel, payload),
        on: (event: string, listener: (payload: unknown) => void) => {
          listeners.set(event, (listeners.get(event) ?? new Set()).add(listener));
          return () => listeners.get(event)?.delete(listener);
        },
      };
      const tellPage = (event: string, payload: unknown) =>
        listeners.get(event)?.forEach((listener) => listener(payload));
      Object.assign(window, { opus, tellPage });
    });
    this.#publishTo(page);
    await page.goto(`http://${this.#server.address}/`);
  }

  async #answer(channel: RequestChannel, payload: unknown): Promise<unknown> {
    const { admin } = this.#services;
    return this.#readdressed(await answer(channel, this.#handlers, payload, admin, this.#log));
  }

  #publishTo(page: Page): void {
    const publish = (event: EventChannel, payload: unknown) => {
      if (page.isClosed()) return;
      const told = [event, this.#readdressed(payload)] as const;
      // fails only while the page goes away
      page.evaluate(([name, value]) => window.tellPage(name, value), told).catch(() => undefined);
    };
    publishEvents(this.#services, this.#clips, { publish });
  }

  /** The page is to open its streams at our server, which adds what it must not know. */
  #readdressed(value: unknown): unknown {
    const endpoint = this.#services.go2rtc.client?.playbackEndpoint;
    if (endpoint === undefined || value === undefined) return value;
    const { host } = new URL(endpoint);
    return JSON.parse(JSON.stringify(value).replaceAll(host, this.#server.address)) as unknown;
  }
}

declare global {
  interface Window {
    askMain: (channel: string, payload: unknown) => Promise<unknown>;
    tellPage: (event: string, payload: unknown) => void;
  }
}
