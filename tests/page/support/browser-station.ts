import path from 'node:path';
import type { RequestChannel } from '@contract/ipc-contract.ts';
import { DEFAULT_VIEW } from '@contract/models/view.ts';
import { type AppServices, createAppServices } from '../../../src-main/app/app-services.ts';
import type { HealthTimes } from '../../../src-main/app/health/watch/health-times.ts';
import { ServiceGroup } from '../../../src-main/app/lifecycle/service-group.ts';
import type { Logger } from '../../../src-main/app/logging/logger.ts';
import type { LeaseHolder } from '../../../src-main/app/domain/lease-holder.ts';
import type { SecretStore } from '../../../src-main/app/secrets/secret-store.ts';
import { answer, type Handlers } from '../../../src-main/shell/ipc/answer.ts';
import { createHandlers } from '../../../src-main/shell/ipc/handlers/index.ts';
import { publishEvents } from '../../../src-main/shell/ipc/publish-events.ts';
import { SavedFiles } from '../../../src-main/shell/saved-files.ts';
import {
  createStationServices,
  type StationServices,
} from '../../../src-main/shell/station-services.ts';
import { forkGateway } from '../../support/gateway-child.ts';
import { forkReader } from '../../support/reader-child.ts';
import { recordLog } from '../../support/recorded-log.ts';
import type { PageBridge } from './page-bridge.ts';
import { PageServer } from './page-server.ts';

/** There is one page. */
const ONLY_VIEWER = 1;
const ROOT = path.resolve(import.meta.dirname, '../../..');

/** Everything of the app but Electron: main's services and handlers, and a server for its page and its streams. */
export class BrowserStation {
  readonly #services: AppServices;
  readonly #group: ServiceGroup;
  readonly #server: PageServer;
  readonly #handlers: Handlers;
  readonly #log: Logger;
  readonly #own: StationServices;

  private constructor(services: AppServices, folder: string, log: Logger) {
    const files = new SavedFiles({
      folderOf: (kind) => path.join(folder, kind),
      show: () => undefined,
    });
    const info = { version: '0.0.0', isDemo: false, notices: [] };
    const wall = { view: DEFAULT_VIEW };
    const own = createStationServices({
      ...{ services, info, files, log },
      chooseFile: (name) => Promise.resolve(path.join(folder, name)),
    });
    this.#services = services;
    this.#log = log;
    this.#own = own;
    this.#group = new ServiceGroup([...services.all, own.clips], log);
    const door = {
      currentClient: () => services.go2rtc.client,
      currentActor: () => services.access.actor,
      openStream: (name: string, holder: LeaseHolder) => services.streams.open(name, holder),
      // The page's own WebSocket goes there without a detour.
      isRecordingOf: () => false,
    };
    this.#server = new PageServer(path.join(ROOT, 'dist/renderer'), door, ONLY_VIEWER);
    this.#handlers = createHandlers({
      ...{ ...services, ...own, wall, viewer: ONLY_VIEWER },
      // The desktop's: `alarm-notices.test.ts`.
      notify: () => undefined,
    });
  }

  /** @param secrets the keychain, which outlives the app */
  static async start(
    folder: string,
    secrets: SecretStore,
    healthTimes: Partial<HealthTimes> = {},
  ): Promise<BrowserStation> {
    const { log, redactor } = recordLog();
    const services = await createAppServices({
      databaseFile: path.join(folder, 'opus.sqlite'),
      go2rtcFolder: path.join(folder, 'go2rtc'),
      go2rtcBinaries: path.join(ROOT, 'go2rtc-bin'),
      secrets,
      ...{ launchGateway: forkGateway, launchReader: forkReader, healthTimes },
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

  /** What main knows of the streams that the page shows: how each looks there. */
  shownStreams(): Record<string, string> {
    const streams = this.#services.recorders
      .all()
      .flatMap(({ streams: { health } }) => health.all());
    return Object.fromEntries(
      streams.flatMap(({ stream, best }) => (best === null ? [] : [[stream, best.state]])),
    );
  }

  /** Opens the app in a page, whose questions are answered here from now on. */
  async open(bridge: PageBridge): Promise<void> {
    bridge.connect((channel, payload) => this.#answer(channel, payload));
    publishEvents(this.#services, this.#own, {
      publish: (event, payload) => bridge.tell(event, this.#readdressed(payload)),
    });
    await bridge.page.goto(`http://${this.#server.address}/`);
  }

  async #answer(channel: RequestChannel, payload: unknown): Promise<unknown> {
    const { access } = this.#services;
    return this.#readdressed(await answer(channel, this.#handlers, payload, access, this.#log));
  }

  /** The page is to open its streams at our server, which adds what it must not know. */
  #readdressed(value: unknown): unknown {
    const endpoint = this.#services.go2rtc.client?.playbackEndpoint;
    if (endpoint === undefined || value === undefined) return value;
    const { host } = new URL(endpoint);
    const json = JSON.stringify(value);
    // What holds no address stays as it is: a picture's bytes are no JSON.
    if (!json.includes(host)) return value;
    return JSON.parse(json.replaceAll(host, this.#server.address)) as unknown;
  }
}
