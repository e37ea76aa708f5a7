import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { startBus } from '../../scripts/desktop/daemons.ts';
import { KeytarSecretStore } from '../../src-main/app/secrets/keytar-secret-store.ts';
import { askSecretService } from '../../src-main/app/secrets/secret-service.ts';
import { SimulatedRecorder } from '../simulated-recorder/index.ts';
import { filledIn, loginOf, startApp } from '../support/app-under-test.ts';
import { askInNodeChild } from '../support/keychain-child.ts';
import { PATIENT } from '../support/patience.ts';

const isLinux = process.platform === 'linux';
if (!isLinux) console.log(`skipped: only Linux has a Secret Service, not ${process.platform}`);

/** What the system unlocks the keyring with, as at a login. */
const SYSTEM_PASSWORD = 'system';
const PASSWORD = 'p@ss:w/rd #1%';

let home = '';
let daemon: ChildProcess | null = null;

/** Starts the keyring; locked, unless somebody has just logged in. */
async function startKeyring(isUnlocked: boolean): Promise<void> {
  const args = ['--foreground', '--components=secrets', ...(isUnlocked ? ['--unlock'] : [])];
  daemon = spawn('gnome-keyring-daemon', args, { stdio: ['pipe', 'ignore', 'ignore'] });
  daemon.stdin?.end(isUnlocked ? SYSTEM_PASSWORD : '');
  const wanted = isUnlocked ? 'open' : 'locked';
  await expect.poll(() => askSecretService('opus-nvr'), PATIENT).toBe(wanted);
}

async function killKeyring(): Promise<void> {
  const running = daemon;
  daemon = null;
  if (running === null) return;
  const ended = once(running, 'exit');
  running.kill('SIGKILL');
  await ended;
}

beforeAll(async () => {
  if (!isLinux) return;
  home = await mkdtemp(path.join(tmpdir(), 'opus-keyring-'));
  await mkdir(path.join(home, 'run'), { mode: 0o700 });
  // This file has a process of its own, and libsecret looks for the bus when it is first used.
  process.env['HOME'] = home;
  process.env['XDG_DATA_HOME'] = path.join(home, 'data');
  process.env['XDG_RUNTIME_DIR'] = path.join(home, 'run');
  Reflect.deleteProperty(process.env, 'GNOME_KEYRING_CONTROL');
  process.env['DBUS_SESSION_BUS_ADDRESS'] = await startBus(process.env, home);
});
afterAll(async () => {
  await killKeyring();
  if (home !== '') await rm(home, { recursive: true, force: true, maxRetries: 5 });
});

describe.runIf(isLinux)('a keyring that is locked at the start, and then started anew', () => {
  it('keeps the wall dark no longer than that, without a restart of the app', async () => {
    const recorder = new SimulatedRecorder({ channels: 1, user: 'admin', password: PASSWORD });
    await recorder.start();
    onTestFinished(() => recorder.stop());
    await startKeyring(true);
    const secrets = new KeytarSecretStore({ askInChild: askInNodeChild });
    const first = await startApp({ secrets });
    const { rtspPort, httpPort } = recorder;
    await first.nvrs.add(filledIn({ rtspPort, httpPort, password: PASSWORD, maxChannels: 1 }));
    await expect.poll(() => loginOf(first), PATIENT).toBe('accepted');
    await first.group.stop();

    await killKeyring();
    await startKeyring(false);
    const second = await startApp({ secrets, userData: first.userData });
    await expect.poll(() => second.secrets.status.state, PATIENT).toBe('unavailable');
    // It is there, and not to be typed anew.
    expect(await loginOf(second)).toBe('checking');

    await killKeyring();
    await startKeyring(true);

    await expect.poll(() => loginOf(second), PATIENT).toBe('accepted');
    await expect.poll(() => second.secrets.status, PATIENT).toEqual({ state: 'available' });
    expect(recorder.counters.failedLogins).toEqual({ rtsp: 0, http: 0 });
  });
});
