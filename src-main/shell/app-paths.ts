import path from 'node:path';
import { app } from 'electron';

/** Where this installation keeps things. */
export interface AppPaths {
  database: string;
  preferences: string;
  logs: string;
  go2rtc: string;
  /** Holds <platform>-<arch>/go2rtc. */
  go2rtcBinaries: string;
  renderer: string;
  preload: string;
}

/** Resolves all paths. OPUS_USER_DATA moves everything that is written, for demos, tests and portable stations. */
export function resolveAppPaths(): AppPaths {
  const override = process.env['OPUS_USER_DATA'];
  if (override !== undefined && override !== '') app.setPath('userData', path.resolve(override));
  const userData = app.getPath('userData');
  const dist = path.resolve(import.meta.dirname, '..');
  return {
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
