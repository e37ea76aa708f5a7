import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { SetupError } from '../setup/run.mjs';

const READY_WITHIN_MS = 15_000;
const POLL_MS = 50;
const SCREEN = '1920x1080x24';

/** What has to be installed for a private desktop. */
export const DAEMON_TOOLS = ['Xvfb', 'dbus-daemon', 'dbus-send', 'gnome-keyring-daemon', 'setpriv'];

/** No service directories: nothing but our own keyring is ever started on this bus. */
const busConfig = (socketDir: string) => `<!DOCTYPE busconfig PUBLIC
 "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:dir=${socketDir}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
`;

/** A screen that nobody sees; the X server chooses a free number and says which. */
export async function startXvfb(env: NodeJS.ProcessEnv): Promise<string> {
  const args = ['-displayfd', '3', '-screen', '0', SCREEN, '-nolisten', 'tcp'];
  return firstLine(startDaemon('Xvfb', args, env), 'Xvfb');
}

/** A session bus; answers with its address. */
export async function startBus(env: NodeJS.ProcessEnv, home: string): Promise<string> {
  const config = path.join(home, 'bus.conf');
  await writeFile(config, busConfig(path.join(home, 'run')));
  const args = [`--config-file=${config}`, '--nofork', '--nopidfile', '--print-address=3'];
  return firstLine(startDaemon('dbus-daemon', args, env), 'dbus-daemon');
}

/** An unlocked keyring. It lives as long as this desktop, so its password is made up here and told to nobody. */
export async function startKeyring(env: NodeJS.ProcessEnv): Promise<void> {
  const args = ['--unlock', '--foreground', '--components=secrets'];
  const daemon = startDaemon('gnome-keyring-daemon', args, env);
  daemon.stdin?.end(randomBytes(16).toString('hex'));
  const deadline = Date.now() + READY_WITHIN_MS;
  while (!(await ownsSecrets(env))) {
    if (Date.now() > deadline || daemon.exitCode !== null) {
      throw new SetupError('gnome-keyring-daemon did not come up: run `npm run setup`.');
    }
    await sleep(POLL_MS);
  }
}

function ownsSecrets(env: NodeJS.ProcessEnv): Promise<boolean> {
  const call = ['/org/freedesktop/DBus', 'org.freedesktop.DBus.NameHasOwner'];
  const args = ['--session', '--print-reply=literal', '--dest=org.freedesktop.DBus', ...call];
  const query = spawn('dbus-send', [...args, 'string:org.freedesktop.secrets'], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return new Promise((resolve) => {
    let reply = '';
    query.stdout.on('data', (chunk: Buffer) => (reply += chunk.toString()));
    query.once('error', () => resolve(false));
    query.once('close', () => resolve(reply.includes('true')));
  });
}

/** `setpriv` ties a daemon to us: it ends even if we are killed without a chance to clean up. */
function startDaemon(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): ChildProcess {
  return spawn('setpriv', ['--pdeathsig', 'KILL', command, ...args], {
    env: { ...process.env, ...env },
    stdio: ['pipe', 'ignore', 'ignore', 'pipe'],
    // out of the terminal's reach: Ctrl-C ends the command first, then we end the daemons
    detached: true,
  });
}

async function firstLine(daemon: ChildProcess, name: string): Promise<string> {
  const stream = daemon.stdio[3] as Readable;
  const timer = setTimeout(() => stream.destroy(), READY_WITHIN_MS);
  let text = '';
  try {
    for await (const chunk of stream) {
      text += String(chunk);
      if (text.includes('\n')) return text.trim();
    }
  } catch {
    // destroyed by the timer
  } finally {
    clearTimeout(timer);
  }
  throw new SetupError(`${name} did not come up: run \`npm run setup\`.`);
}
