import { existsSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { SetupError } from '../setup/run.mjs';

/** As electron-builder.yml names them. */
const EXECUTABLES: Partial<Record<NodeJS.Platform, string>> = {
  linux: 'opus-nvr',
  darwin: 'Opus NVR.app/Contents/MacOS/Opus NVR',
  win32: 'Opus NVR.exe',
};

/** The executable inside an unpacked app, or the very file that was named. */
export function packagedExecutable(app: string, platform = process.platform): string {
  const named = path.resolve(app);
  if (!existsSync(named)) throw new SetupError(`There is no packaged app at ${named}.`);
  if (!statSync(named).isDirectory()) return named;
  const executable = path.join(named, EXECUTABLES[platform] ?? '');
  if (!existsSync(executable)) {
    throw new SetupError(`There is no ${EXECUTABLES[platform] ?? 'executable'} in ${named}.`);
  }
  return executable;
}

/**
 * Lets tests drive a packaged app, which otherwise refuses Chromium's debugging port: a file beside its archive allows it (read
 * by `src-main/shell/app-paths.ts`). Returns the function that takes it away again, unless somebody else put it there.
 */
export function allowDebugging(executable: string, platform = process.platform): () => void {
  const resources = platform === 'darwin' ? '../Resources' : 'resources';
  const marker = path.join(path.dirname(executable), resources, 'allow-debugging');
  if (existsSync(marker)) return () => undefined;
  try {
    writeFileSync(marker, '');
  } catch (error) {
    throw new SetupError(
      `The packaged app refuses to be driven, and ${marker} cannot be written. Whoever installed it may create that file, and delete it after the tests.`,
      { cause: error },
    );
  }
  return () => rmSync(marker, { force: true });
}
