import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import electron from 'electron';

/*
 * What `electron [-r module] <app>` starts: Electron ships its own as resources/default_app.asar, but packaged apps, and
 * so the stand-in runtime, come without it. Everything is awaited at the top level, because Electron holds its "ready"
 * event back until then and applications register their protocols before it.
 */

/** Electron's types leave out what only a default app calls.
 * @typedef {Electron.App & { setAppPath(directory: string): void, setVersion(version: string): void }} AppBeingLoaded */
const app = /** @type {AppBeingLoaded} */ (electron.app);
const require = createRequire(import.meta.url);

/** @param {readonly string[]} argv the command line after the executable */
function parse(argv) {
  /** @type {string[]} */
  const preloads = [];
  for (let index = 0; index < argv.length; index += 1) {
    const argument = argv[index] ?? '';
    if (argument === '-r' || argument === '--require') {
      index += 1;
      preloads.push(path.resolve(argv[index] ?? ''));
    } else if (!argument.startsWith('-')) {
      return { preloads, target: path.resolve(argument) };
    }
  }
  throw new Error('usage: electron [-r module] <folder, asar or script>');
}

/** Makes Electron believe that it was built for this application.
 * @param {string} target a folder or asar with a package.json, or a script
 * @returns {string} the script to run */
function adopt(target) {
  const manifest = path.join(target, 'package.json');
  if (!existsSync(manifest)) {
    app.setAppPath(path.dirname(target));
    return require.resolve(target);
  }
  /** @type {Partial<Record<'name' | 'productName' | 'version' | 'desktopName' | 'main', string>>} */
  const about = JSON.parse(readFileSync(manifest, 'utf8'));
  app.setAppPath(target);
  app.setName(about.productName ?? about.name ?? app.getName());
  if (about.version) app.setVersion(about.version);
  if (about.desktopName) app.setDesktopName(about.desktopName);
  return require.resolve(path.join(target, about.main ?? 'index.js'));
}

try {
  const { preloads, target } = parse(process.argv.slice(1));
  for (const preload of preloads) require(preload);
  Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true });
  await import(pathToFileURL(adopt(target)).href);
} catch (error) {
  console.error(error);
  app.exit(1);
}
