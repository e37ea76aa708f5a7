import fs from 'node:fs';
import path from 'node:path';
import { app } from 'electron';

/** Where this installation keeps things. */
export interface AppPaths {
  userData: string;
  database: string;
  preferences: string;
  logs: string;
  go2rtc: string;
  /** Holds <platform>-<arch>/go2rtc. */
  go2rtcBinaries: string;
  renderer: string;
  preload: string;
}

/** Why nothing can be kept in this folder, as a sentence, or null. Electron would take that for a second instance and end silently. */
export function findFolderObstacle(folder: string): string | null {
  try {
    fs.mkdirSync(folder, { recursive: true });
    fs.accessSync(folder, fs.constants.W_OK);
    return null;
  } catch (error) {
    return `The folder ${folder} cannot be written to. (${(error as Error).message})`;
  }
}

/**
 * Whether this installation may be debugged: a file beside the app's archive says so. Whoever may write there may replace the
 * app itself; tests put it into the package that they drive.
 */
export function isDebuggingAllowed(): boolean {
  return fs.existsSync(path.join(process.resourcesPath, 'allow-debugging'));
}

/** Resolves all paths. OPUS_USER_DATA moves everything that is written, for demos, tests and portable stations. */
export function resolveAppPaths(): AppPaths {
  const override = process.env['OPUS_USER_DATA'];
  if (override !== undefined && override !== '') app.setPath('userData', path.resolve(override));
  const userData = app.getPath('userData');
  const dist = path.resolve(import.meta.dirname, '..');
  return {
    userData,
    database: path.join(userData, 'opus.sqlite'),
    preferences: userData,
    logs: path.join(userData, 'logs'),
    go2rtc: path.join(userData, 'go2rtc'),
    go2rtcBinaries: path.join(
      app.isPackaged ? process.resourcesPath : path.resolve(dist, '..'),
      'go2rtc-bin',
    ),
    renderer: path.join(dist, 'renderer'),
    preload: path.join(dist, 'preload', 'index.cjs'),
  };
}
