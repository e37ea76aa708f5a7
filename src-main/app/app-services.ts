import path from 'node:path';
import { AdminLock } from './admin/admin-lock.ts';
import { resetAdminPin } from './admin/reset-admin-pin.ts';
import { openDatabase } from './db/database.ts';
import { DatabaseService } from './db/database-service.ts';
import { CredentialGate } from './gate/credential-gate.ts';
import { LoginWatch } from './gate/login-watch.ts';
import { verifyLogin } from './gate/verify-login.ts';
import { locateGo2rtc } from './go2rtc/go2rtc-binary.ts';
import { Go2rtcSupervisor } from './go2rtc/go2rtc-supervisor.ts';
import type { Service } from './lifecycle/service.ts';
import type { Logger } from './logging/logger.ts';
import type { Redactor } from './logging/redact.ts';
import { NvrProbeService } from './nvr/nvr-probe-service.ts';
import { NvrService } from './nvr/nvr-service.ts';
import type { SecretStore } from './secrets/secret-store.ts';
import { SecretsMonitor } from './secrets/secrets-monitor.ts';
import { BackupService } from './site/backups/backup-service.ts';
import { SiteStreams } from './site/site-streams.ts';
import { SiteTransfer } from './site/site-transfer.ts';
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
  probes: NvrProbeService;
  go2rtc: Go2rtcSupervisor;
  logins: LoginWatch;
  secrets: SecretsMonitor;
  admin: AdminLock;
  undo: UndoBook;
  transfer: SiteTransfer;
  backups: BackupService;
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
  const gate = new CredentialGate({ db, verify: verifyLogin, log });
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
  const probes = new NvrProbeService({ db, secrets, redactor });
  const logins = new LoginWatch({ db, gate, streams, currentClient, log });
  gate.changed.on((nvrId) => void nvrs.onLoginChanged(nvrId));
  const admin = new AdminLock({ db, log });
  const undo = new UndoBook(log);
  const site = {
    ...{ db, secrets, log, redactor, databaseFile: options.databaseFile },
    folder: path.join(path.dirname(options.databaseFile), 'backups'),
    streams: new SiteStreams({ streams, gate, go2rtc }),
    onChanged: () => nvrs.changed.emit(null),
  };
  const transfer = new SiteTransfer(site);
  const backups = new BackupService(site);
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
    probes,
    go2rtc,
    logins,
    secrets: monitor,
    admin,
    undo,
    transfer,
    backups,
    resetAdminPin: () => resetAdminPin({ db, secrets, log }),
    all: [new DatabaseService(db), undo, admin, gate, monitor, probes, go2rtc, logins, backups],
    notices,
  };
}

function damagedDatabaseNotice(file: string): string {
  return `The list of recorders was damaged and could not be read. It was kept as ${file}, and the app began with an empty list.`;
}
