import { app, dialog, powerMonitor, session, shell } from 'electron';
import { pinResetRequest } from './app/admin/reset-admin-pin.ts';
import { createAppServices, type AppServices } from './app/app-services.ts';
import { ServiceGroup } from './app/lifecycle/service-group.ts';
import { createAdminLog } from './app/logging/admin-log.ts';
import { createFileSink } from './app/logging/file-sink.ts';
import { createLogger } from './app/logging/logger.ts';
import { Redactor } from './app/logging/redact.ts';
import { KeytarSecretStore } from './app/secrets/keytar-secret-store.ts';
import { MemorySecretStore } from './app/secrets/memory-secret-store.ts';
import { endWith } from './shell/app-end.ts';
import { findFolderObstacle, isDebuggingAllowed, resolveAppPaths } from './shell/app-paths.ts';
import { declareAppScheme, serveApp } from './shell/security/app-protocol.ts';
import { removeForeignSwitches } from './shell/security/command-line.ts';
import { isDemoRun, receiveDemoSite } from './shell/processes/demo-recorder.ts';
import { launchGateway } from './shell/processes/gateway-child.ts';
import { askInUtilityProcess } from './shell/processes/keychain-process.ts';
import { EventBus } from './shell/ipc/event-bus.ts';
import { publishEvents } from './shell/ipc/publish-events.ts';
import { readSiteNames } from './shell/ipc/site-names.ts';
import { openPlaybackDoor } from './shell/security/playback-door.ts';
import { tidyOwnFolder } from './shell/own-folder.ts';
import { DisplayAwake } from './shell/power.ts';
import { Preferences } from './shell/preferences.ts';
import { launchReader } from './shell/processes/reader-child.ts';
import { SavedFiles } from './shell/saved-files.ts';
import { createStationServices } from './shell/station-services.ts';
import { denyPermissions, lockDownWebContents } from './shell/security/security.ts';
import { SystemLockWatch } from './shell/system-lock-watch.ts';
import { createWalls } from './shell/walls.ts';
import { chooseFile } from './shell/windows/choose-file.ts';
import { installAppMenu } from './shell/windows/app-menu.ts';
import { logEndedProcesses } from './shell/windows/page-care.ts';
import { limitPageMemory } from './shell/windows/page-memory.ts';
import { isPinResetConfirmed, sayPinResetNeedsRestart } from './shell/windows/pin-reset-dialog.ts';

// Databases and logs name hosts and users: nobody else on this computer may read them.
process.umask(0o077);
const paths = resolveAppPaths();
const folder = tidyOwnFolder(paths.userData);
const redactor = new Redactor();
const log = createLogger(createFileSink(paths.logs), redactor);
const adminLog = createAdminLog(paths.logs, redactor, log);

for (const file of folder.asides)
  log.warn('something that is no file of the app was moved aside', { file });
if (folder.tightened.length > 0)
  log.warn('other users lost their access', { to: folder.tightened });
if (app.isPackaged && !isDebuggingAllowed()) refuseSwitches();
declareAppScheme();
installAppMenu();
limitPageMemory();
logEndedProcesses(log);
lockDownWebContents();
process.on('uncaughtException', (error) => log.error('uncaught exception', { error }));
process.on('unhandledRejection', (error) => log.error('unhandled rejection', { error }));

const obstacle = findFolderObstacle(paths.userData);
if (obstacle !== null) {
  void giveUp(new Error(obstacle));
} else if (app.requestSingleInstanceLock()) {
  // Not awaited: Electron is not ready before this module has been evaluated.
  void boot().catch(giveUp);
} else {
  if (pinResetRequest(process.argv) !== 'none') sayPinResetNeedsRestart();
  app.quit();
}

function refuseSwitches(): void {
  const refused = removeForeignSwitches(app.commandLine, process.argv);
  if (refused.length > 0) log.warn('command line switches were refused', { refused });
}

/** Before Electron is ready, Linux shows no dialog, and one that is waited for keeps the app from being told to end. */
async function giveUp(error: unknown): Promise<void> {
  log.error('the app could not start', { error });
  await app.whenReady();
  await dialog.showMessageBox({
    ...{ type: 'error', title: 'Opus NVR', message: 'Opus NVR could not start' },
    detail: describe(error),
  });
  app.exit(1);
}

async function boot(): Promise<void> {
  const isDemo = isDemoRun(app.isPackaged);
  const askInChild = askInUtilityProcess;
  const services = await createAppServices({
    databaseFile: paths.database,
    go2rtcFolder: paths.go2rtc,
    go2rtcBinaries: paths.go2rtcBinaries,
    ...{ launchGateway, launchReader },
    secrets: isDemo ? new MemorySecretStore() : new KeytarSecretStore({ askInChild }),
    sealStore: isDemo
      ? new MemorySecretStore()
      : new KeytarSecretStore({ service: 'opus-nvr-admin', askInChild }),
    ...{ adminLog, log, redactor },
  });
  const { go2rtc, admin, access } = services;
  const preferences = new Preferences(paths.preferences, log);
  const systemLock = new SystemLockWatch(powerMonitor, () => admin.lock());
  const files = new SavedFiles({
    folderOf: (kind) => app.getPath(kind),
    show: (file) => shell.showItemInFolder(file),
  });
  const info = {
    version: app.getVersion(),
    isDemo,
    notices: [...services.notices, ...folder.notices],
  };
  const station = createStationServices({ services, info, files, chooseFile, log });
  const { clips } = station;
  const group = new ServiceGroup(
    [...services.all, clips, new DisplayAwake(), systemLock, preferences],
    log,
  );
  const events = new EventBus();
  publishEvents(services, station, events);
  const walls = createWalls({
    ...{ argv: process.argv, preferences, events, access, log },
    shared: { ...services, ...station },
    logging: { adminLog, readNames: () => readSiteNames(services.nvrs) },
    ...{ preload: paths.preload, dataFolder: paths.userData },
  });
  endWith(new ServiceGroup([group, walls], log));

  await app.whenReady();
  if (isPinResetConfirmed(pinResetRequest(process.argv))) await services.resetAdminPin();
  await group.start();
  if (isDemo) await openDemoSite(services);

  serveApp(paths.renderer);
  denyPermissions(session.defaultSession);
  openPlaybackDoor(session.defaultSession, {
    currentClient: () => go2rtc.client,
    currentActor: () => access.actor,
    openStream: (name, holder) => services.streams.open(name, holder),
    isRecordingOf: (viewer, url) => services.recorded.isOpenTo(viewer, url),
  });
  await walls.start();
  log.info('started', { version: info.version });
}

/** The demo shows its wall at once: its recorder is there and its PIN is set, and it is locked like any other station. */
async function openDemoSite({ admin, nvrs }: AppServices): Promise<void> {
  const { nvr, pin } = await receiveDemoSite();
  await admin.setPin(pin);
  admin.lock();
  await nvrs.add(nvr);
}

function describe(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : '';
  const message = error instanceof Error ? error.message : String(error);
  return redactor.redact(`${message}\n${cause}\n\nThe log file is in ${paths.logs}.`);
}
