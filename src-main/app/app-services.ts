import type { Nvr } from '@contract/models/nvr.ts';
import { AdminLock } from './admin/admin-lock.ts';
import { resetAdminPin } from './admin/reset-admin-pin.ts';
import { openDatabase } from './db/database.ts';
import { DatabaseService } from './db/database-service.ts';
import { findFirstPath } from './db/repositories/camera-repository.ts';
import { CredentialGate } from './gate/credential-gate.ts';
import { LoginWatch } from './gate/login-watch.ts';
import { verifyLogin } from './gate/verify-login.ts';
import { locateGo2rtc } from './go2rtc/go2rtc-binary.ts';
import { Go2rtcSupervisor } from './go2rtc/go2rtc-supervisor.ts';
import type { Service } from './lifecycle/service.ts';
import type { Logger } from './logging/logger.ts';
import type { Redactor } from './logging/redact.ts';
import { NvrEditor } from './nvr/nvr-editor.ts';
import { NvrProbeService } from './nvr/nvr-probe-service.ts';
import { NvrRemoval } from './nvr/nvr-removal.ts';
import { NvrService } from './nvr/nvr-service.ts';
import { hikvisionPath } from './nvr/rtsp-url.ts';
import { SingleCameras } from './nvr/single-cameras.ts';
import type { SecretStore } from './secrets/secret-store.ts';
import { SecretsMonitor } from './secrets/secrets-monitor.ts';
import { UnusedSecrets } from './secrets/unused-secrets.ts';
import { StreamService } from './streams/stream-service.ts';
import { UndoBook } from './undo/undo-book.ts';

/** What differs between the app, the demo and a test. */
export interface AppServicesOptions {
  databaseFile: string;
  /** For go2rtc's config and pid file. */
  go2rtcFolder: string;
  /** Holds <platform>-<arch>/go2rtc. */
  go2rtcBinaries: string;
  secrets: SecretStore;
  log: Logger;
  redactor: Redactor;
}

/** Everything main does without a window, wired. */
export interface AppServices {
  nvrs: NvrService;
  editor: NvrEditor;
  removal: NvrRemoval;
  singles: SingleCameras;
  probes: NvrProbeService;
  go2rtc: Go2rtcSupervisor;
  logins: LoginWatch;
  secrets: SecretsMonitor;
  admin: AdminLock;
  undo: UndoBook;
  /** Before the start only: forgets the PIN and all recorder passwords. */
  resetAdminPin: () => Promise<void>;
  /** In start order; stop in reverse. */
  all: Service[];
  /** What the person at the desk must read. */
  notices: string[];
}

/** Builds the services around one database. Throws when it cannot be opened or migrated: boot must stop. */
export async function createAppServices(options: AppServicesOptions): Promise<AppServices> {
  const { secrets, log, redactor } = options;
  const { db, setAsideFile } = await openDatabase(options.databaseFile);
  const gate = new CredentialGate({
    db,
    verify: async (nvr, password, signal) => {
      const path = (await findFirstPath(db, nvr.id)) ?? hikvisionPath(1, 'main');
      return verifyLogin({ ...nvr, path }, password, signal);
    },
    log,
  });
  const streams = new StreamService({ db, secrets, gate, log, redactor });
  const go2rtc = new Go2rtcSupervisor({
    locateBinary: () => locateGo2rtc(options.go2rtcBinaries, process.env['OPUS_GO2RTC_BIN']),
    folder: options.go2rtcFolder,
    prepare: (client) => streams.registerAll(client),
    log,
    redactor,
  });
  const currentClient = () => go2rtc.client;
  const nvrs = new NvrService({ db, secrets, streams, gate, currentClient, log, redactor });
  const undo = new UndoBook(log);
  const unusedSecrets = new UnusedSecrets({ db, secrets, log });
  const shared = {
    ...{ db, gate, unusedSecrets, undo, log, redactor },
    streams: {
      close: async (id: number) => {
        const client = currentClient();
        if (client === null) return;
        const names = await client.streamNames();
        const own = names.filter((name) => name.startsWith(`nvr${id}-`));
        await streams.unregister(client, id, own);
      },
    },
    logins: {
      remember: async (id: number, password: string) => {
        await streams.forgetPassword(id);
        streams.rememberPassword(id, password);
      },
      forget: (id: number) => streams.forgetPassword(id),
      check: async (nvr: Nvr) => {
        const client = currentClient();
        if (client) await streams.register(client, nvr);
      },
    },
    onChanged: () => nvrs.changed.emit(null),
  };
  const editor = new NvrEditor(shared);
  const removal = new NvrRemoval(shared);
  const singles = new SingleCameras(shared);
  const probes = new NvrProbeService({ db, secrets, redactor });
  const logins = new LoginWatch({ db, gate, streams, currentClient, log });
  gate.changed.on((nvrId) => void nvrs.onLoginChanged(nvrId));
  const admin = new AdminLock({ db, log });
  const monitor = new SecretsMonitor(secrets);
  monitor.changed.on((status) => {
    // A keychain that was unlocked late: what could not be registered at the start can be now.
    if (status.state !== 'available' || !go2rtc.client) return;
    streams.registerAll(go2rtc.client).catch((error: unknown) => {
      log.error('streams were not registered after the keychain answered', { error });
    });
  });
  const notices = setAsideFile === null ? [] : [damagedDatabaseNotice(setAsideFile)];
  for (const notice of notices) log.error(notice);
  return {
    nvrs,
    editor,
    removal,
    singles,
    probes,
    go2rtc,
    logins,
    secrets: monitor,
    admin,
    undo,
    resetAdminPin: () => resetAdminPin({ db, secrets, log }),
    all: [
      new DatabaseService(db),
      unusedSecrets,
      undo,
      admin,
      gate,
      monitor,
      probes,
      go2rtc,
      logins,
    ],
    notices,
  };
}

function damagedDatabaseNotice(file: string): string {
  return `The list of recorders was damaged and could not be read. It was kept as ${file}, and the app began with an empty list.`;
}
