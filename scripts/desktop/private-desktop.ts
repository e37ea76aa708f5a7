import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { SetupError } from '../setup/run.mjs';
import { DAEMON_TOOLS, startBus, startKeyring, startXvfb } from './daemons.ts';
import { DescendantWatch } from './process-sweep.ts';

/** A screen, a session bus and an unlocked keyring that nobody else uses. */
export interface PrivateDesktop {
  /** To be laid over the environment of whatever runs there. */
  env: NodeJS.ProcessEnv;
  /** Ends everything this process started since, the desktop included. */
  stop: () => Promise<void>;
}

/**
 * Starts a private desktop on Linux. Home and XDG folders are temporary, so the developer's own keyring and settings are
 * out of reach of whatever runs there.
 */
export async function startPrivateDesktop(): Promise<PrivateDesktop> {
  const missing = DAEMON_TOOLS.filter((tool) => !isOnPath(tool));
  if (missing.length > 0) {
    throw new SetupError(`${missing.join(', ')} missing: run \`npm run setup\`.`);
  }
  const home = await mkdtemp(path.join(tmpdir(), 'opus-desktop-'));
  const watch = new DescendantWatch();
  const stop = async () => {
    await watch.end();
    await rm(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  };
  try {
    const env = await makeHome(home);
    env['DISPLAY'] = `:${await startXvfb(env)}`;
    env['DBUS_SESSION_BUS_ADDRESS'] = await startBus(env, home);
    await startKeyring(env);
    return { env, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function makeHome(home: string): Promise<NodeJS.ProcessEnv> {
  const folders = {
    HOME: home,
    XDG_CONFIG_HOME: path.join(home, '.config'),
    XDG_DATA_HOME: path.join(home, '.local/share'),
    XDG_CACHE_HOME: path.join(home, '.cache'),
    XDG_STATE_HOME: path.join(home, '.local/state'),
    XDG_RUNTIME_DIR: path.join(home, 'run'),
  };
  for (const directory of Object.values(folders)) {
    await mkdir(directory, { recursive: true, mode: 0o700 });
  }
  return { ...folders, WAYLAND_DISPLAY: undefined, XAUTHORITY: undefined, XDG_SESSION_TYPE: 'x11' };
}

function isOnPath(tool: string): boolean {
  const directories = (process.env['PATH'] ?? '').split(path.delimiter);
  return directories.some((directory) => existsSync(path.join(directory, tool)));
}
