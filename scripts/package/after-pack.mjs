import { rm } from 'node:fs/promises';
import path from 'node:path';

/** What a runtime that was not unpacked by electron-builder itself still has in it. */
const LEFTOVERS = ['resources/default_app.asar', 'opus-runtime.json', 'version'];

/**
 * electron-builder's hook after each app folder is made: takes out what is not the app's. On macOS electron-builder always
 * unpacks the runtime itself.
 * @param {import('electron-builder').AfterPackContext} context
 */
export async function afterPack({ appOutDir }) {
  for (const name of LEFTOVERS) await rm(path.join(appOutDir, name), { force: true });
}
