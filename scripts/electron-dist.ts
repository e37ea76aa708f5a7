import { type ElectronDist, FALLBACK, findElectron } from './setup/electron-paths.mjs';
import { SetupError } from './setup/run.mjs';
import { fitSqlite } from './setup/sqlite-module.mjs';

/**
 * The Electron that development and tests run, with the better-sqlite3 module it can load in place: the environment may
 * name another Electron than the one `npm run setup` saw.
 */
export function developmentElectron(): ElectronDist {
  const found = findElectron();
  if (!found) throw new SetupError('There is no Electron here yet: run `npm run setup`.');
  fitSqlite(found.version);
  return found;
}

/** Chromium refuses to sandbox root, so a run as root goes without; only ever added here, never by the app itself. */
export function sandboxArgs(
  platform: NodeJS.Platform = process.platform,
  userId: number | undefined = process.getuid?.(),
): string[] {
  return platform === 'linux' && userId === 0 ? ['--no-sandbox'] : [];
}

/** Whether a window can be seen here; only Linux machines come without. */
export function hasDisplay(
  env: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): boolean {
  return platform !== 'linux' || Boolean(env['DISPLAY']) || Boolean(env['WAYLAND_DISPLAY']);
}

/** Says what is unusual about this run, so that nobody mistakes it for what users get. */
export function announce(electron: ElectronDist, say: (line: string) => void = console.log): void {
  if (electron.origin === 'fallback') {
    say(`Electron ${FALLBACK.version}: the stand-in for development and tests, not what users get`);
  }
  if (electron.origin === 'override') say(`Electron ${electron.version} from ${electron.dist}`);
  if (sandboxArgs().length > 0) say('running as root: adding --no-sandbox to this development run');
}
