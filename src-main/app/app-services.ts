import type { Kysely } from 'kysely';
import { message, type Message } from '@contract/messages.ts';
import { Access } from './access/access.ts';
import { AlarmCheckService } from './alarm-check/alarm-check-service.ts';
import { AdminLock } from './admin/admin-lock.ts';
import { AdminSeal, sealAccount } from './admin/admin-seal.ts';
import { resetAdminPin } from './admin/reset-admin-pin.ts';
import { CameraService } from './cameras/camera-service.ts';
import { openDatabase } from './db/database.ts';
import { DatabaseService } from './db/database-service.ts';
import { createEvents } from './events/create-events.ts';
import type { EventService } from './events/event-service.ts';
import { HealthService } from './health/health-service.ts';
import type { HealthTimes } from './health/watch/health-times.ts';
import { locateGo2rtc } from './go2rtc/go2rtc-binary.ts';
import type { Go2rtcClient } from './go2rtc/go2rtc-client.ts';
import { Go2rtcSupervisor } from './go2rtc/go2rtc-supervisor.ts';
import type { Schema } from './db/schema.ts';
import type { Service } from './lifecycle/service.ts';
import type { AdminLog } from './logging/admin-log.ts';
import type { Logger } from './logging/logger.ts';
import type { Redactor } from './logging/redact.ts';
import { NvrEditor } from './nvr/nvr-editor.ts';
import { NvrProbeService } from './nvr/nvr-probe-service.ts';
import { NvrRemoval } from './nvr/nvr-removal.ts';
import { NvrService } from './nvr/nvr-service.ts';
import { StoredPathSecrets } from './nvr/stored-path-secrets.ts';
import { SiteRows } from './nvr/site-rows.ts';
import { SingleCameras } from './nvr/single-cameras.ts';
import { DeviceLogin } from './recorders/login/device/device-login.ts';
import { KeychainReader } from './recorders/login/keychain-reader.ts';
import { RecordedService } from './recorded/recorded-service.ts';
import { RecorderRegistry } from './recorders/recorder-registry.ts';
import type { GatewayChild } from './rtsp/process/gateway-messages.ts';
import { RtspGateway } from './rtsp/rtsp-gateway.ts';
import type { SecretStore } from './secrets/secret-store.ts';
import { SecretsMonitor } from './secrets/secrets-monitor.ts';
import { UnusedSecrets } from './secrets/unused-secrets.ts';
import type { BackupService } from './site/backups/backup-service.ts';
import { createSite } from './site/create-site.ts';
import type { ReaderChild } from './site/reader/reader-messages.ts';
import type { SiteTransfer } from './site/site-transfer.ts';
import { StreamService } from './streams/stream-service.ts';
import { SyncService } from './sync/sync-service.ts';
import { UndoLog } from './undo/undo-log.ts';

/** What differs between the app, the demo and a test. */
export interface AppServicesOptions {
  databaseFile: string;
  /** For go2rtc's config and pid file. */
  go2rtcFolder: string;
  /** Holds <platform>-<arch>/go2rtc. */
  go2rtcBinaries: string;
  secrets: SecretStore;
  /** Starts the RTSP gateway's process, which only the shell and tests know how to. */
  launchGateway: () => GatewayChild;
  /** Starts the process that reads files which others may have made. */
  launchReader: () => ReaderChild;
  /** Another part of the keychain, for its copy of the admin PIN; without it the database alone counts. */
  sealStore?: SecretStore;
  adminLog?: AdminLog;
  /** Tests wait less. */
  healthTimes?: Partial<HealthTimes>;
  log: Logger;
  redactor: Redactor;
}

/** Everything main does without a window, wired. */
export interface AppServices {
  recorders: RecorderRegistry;
  nvrs: NvrService;
  siteRows: SiteRows;
  editor: NvrEditor;
  removal: NvrRemoval;
  singles: SingleCameras;
  cameras: CameraService;
  probes: NvrProbeService;
  streams: StreamService;
  recorded: RecordedService;
  sync: SyncService;
  events: EventService;
  health: HealthService;
  alarmCheck: AlarmCheckService;
  go2rtc: Go2rtcSupervisor;
  secrets: SecretsMonitor;
  admin: AdminLock;
  access: Access;
  undo: UndoLog;
  transfer: SiteTransfer;
  backups: BackupService;
  /** Before the start only: forgets the PIN and all recorder passwords. */
  resetAdminPin: () => Promise<void>;
  /** In start order; stop in reverse. */
  all: Service[];
  /** What the person at the desk must read. */
  notices: Message[];
}

/** Builds the services around one database. Throws when it cannot be opened or migrated: boot must stop. */
export async function createAppServices(options: AppServicesOptions): Promise<AppServices> {
  const { databaseFile, secrets, log, redactor } = options;
  const { db, setAsideFile } = await openDatabase(databaseFile);
  const gateway = new RtspGateway({ launch: options.launchGateway, log });
  const go2rtc = new Go2rtcSupervisor({
    locateBinary: () => locateGo2rtc(options.go2rtcBinaries, process.env['OPUS_GO2RTC_BIN']),
    ...{ folder: options.go2rtcFolder, log, redactor },
  });
  const keychain = new KeychainReader(secrets);
  const currentClient = (): Go2rtcClient | null => go2rtc.client;
  const recorders = new RecorderRegistry({
    ...{ db, gateway, keychain, log, redactor, currentClient },
    questionsTo: (recorder) => new DeviceLogin({ db, gateway, ...recorder }),
  });
  const streams = new StreamService({ recorders, gateway, currentClient });
  const undo = new UndoLog(log);
  const unusedSecrets = new UnusedSecrets({ db, secrets, log });
  const shared = { db, secrets, recorders, unusedSecrets, undo, log, redactor };
  const probes = new NvrProbeService({ db, secrets, gateway, redactor });
  const { admin, access, resetPin } = createLock(db, options, streams);
  const siteRows = new SiteRows(shared);
  const watch = createWatch(options, { db, recorders });
  const { events, health, alarmCheck } = watch;
  const recorded = createRecorded({ db, recorders, gateway, log }, health, access);
  const site = createSite({ ...options, ...shared });
  const monitor = createSecretsMonitor(secrets, { keychain, recorders }, log);
  monitor.changed.on(({ state }) => void (state === 'available' && admin.checkSeal()));
  const notices = [
    ...(setAsideFile === null ? [] : [damagedDatabaseNotice(setAsideFile, log)]),
    ...watch.notices,
  ];
  return {
    recorders,
    nvrs: new NvrService(shared),
    siteRows,
    editor: new NvrEditor(shared),
    removal: new NvrRemoval(shared),
    singles: new SingleCameras(shared),
    cameras: new CameraService({ db, undo, changed: recorders.rowsChanged }),
    probes,
    ...{ streams, recorded },
    sync: new SyncService({ ...shared, probes }),
    ...{ events, health, alarmCheck, go2rtc },
    secrets: monitor,
    admin,
    access,
    undo,
    ...site,
    resetAdminPin: resetPin,
    all: [
      new DatabaseService(db),
      ...[unusedSecrets, new StoredPathSecrets({ db, secrets, unusedSecrets, log })],
      undo,
      admin,
      ...[monitor, gateway, events, recorders, health, alarmCheck, siteRows],
      ...[probes, streams, recorded, go2rtc, site.backups, site.reader],
    ],
    notices,
  };
}

type Recorders = Pick<ConstructorParameters<typeof HealthService>[0], 'db' | 'recorders'>;

/** What is noticed of recorders, whatever is on screen. */
function createWatch(
  options: AppServicesOptions,
  shared: Recorders,
): Pick<AppServices, 'events' | 'health' | 'alarmCheck' | 'notices'> {
  const { events, notices } = createEvents({ ...options, ...shared });
  const health = new HealthService({ ...options, ...shared, events });
  return { events, health, alarmCheck: new AlarmCheckService({ ...shared, events }), notices };
}

/** What they have recorded, for whoever may see it now. */
function createRecorded(
  shared: Recorders & { gateway: RtspGateway; log: Logger },
  health: HealthService,
  access: Access,
): RecordedService {
  const clockOf = (nvrId: number) => health.recordingClockOf(nvrId);
  const recorded = new RecordedService({ ...shared, clockOf });
  access.changed.on(() => recorded.handOver(access.actor));
  return recorded;
}

function createLock(
  db: Kysely<Schema>,
  options: AppServicesOptions,
  streams: StreamService,
): { admin: AdminLock; access: Access; resetPin: () => Promise<void> } {
  const { databaseFile, sealStore, log } = options;
  const account = sealAccount(databaseFile);
  const seal = sealStore === undefined ? null : new AdminSeal({ secrets: sealStore, account, log });
  const admin = new AdminLock({ ...options, db, seal });
  const access = new Access(admin);
  access.changed.on(() => streams.handOver(access.actor));
  return {
    ...{ admin, access },
    resetPin: () => resetAdminPin({ ...options, db, seal }),
  };
}

function createSecretsMonitor(
  secrets: SecretStore,
  { keychain, recorders }: { keychain: KeychainReader; recorders: RecorderRegistry },
  log: Logger,
): SecretsMonitor {
  const monitor = new SecretsMonitor(secrets, log);
  keychain.shut.on((reason) => monitor.noteRefusal(reason));
  monitor.changed.on((status) => {
    // A keychain that was unlocked late: what could not be checked at the start can be now.
    if (status.state === 'available') void recorders.checkAll();
  });
  return monitor;
}

function damagedDatabaseNotice(file: string, log: Logger): Message {
  log.error('the database was damaged and was set aside', { file });
  return message('database-set-aside', { file });
}
