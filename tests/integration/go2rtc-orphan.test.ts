import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readlinkSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { locateGo2rtc } from '../../src-main/app/go2rtc/go2rtc-binary.ts';
import { GONE_WITHIN, PATIENT } from '../support/patience.ts';
import { allNaming, go2rtcsOf } from '../support/processes.ts';
import { createSupervisor, GO2RTC_BINARIES } from '../support/supervisor-under-test.ts';
import { tempFolder } from '../support/temp-folder.ts';

const APP = path.resolve(import.meta.dirname, '../support/supervised-app.ts');

function startChild(command: string, args: string[]): ChildProcess {
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

/** An app of its own process, whose go2rtc runs. */
async function startApp(folder: string, script = 'exec "$@"'): Promise<ChildProcess> {
  const args = ['-c', script, 'app', process.execPath, APP, folder, GO2RTC_BINARIES];
  const app = startChild('/bin/bash', args);
  const said: string[] = [];
  app.stdout?.on('data', (chunk: Buffer) => said.push(...chunk.toString().trim().split('\n')));
  await expect.poll(() => said, PATIENT).toContain('running');
  return app;
}

/** Everything of go2rtc, without the app that has the folder among its arguments too. */
function leftOf(folder: string, app: ChildProcess): number[] {
  return allNaming(folder)
    .map(({ pid }) => pid)
    .filter((pid) => pid !== app.pid);
}

describe('when the app is gone', () => {
  it('killed: nothing of go2rtc is left, though nobody starts the app again', async () => {
    const folder = await tempFolder();
    const app = await startApp(folder);
    expect(go2rtcsOf(folder)).toHaveLength(1);
    app.kill('SIGKILL');
    await once(app, 'exit');
    await expect.poll(() => leftOf(folder, app), GONE_WITHIN).toEqual([]);
  });

  it('killed while go2rtc hangs: nothing is left either', async () => {
    const folder = await tempFolder();
    const app = await startApp(folder);
    for (const pid of go2rtcsOf(folder)) process.kill(pid, 'SIGSTOP');
    app.kill('SIGKILL');
    await once(app, 'exit');
    await expect.poll(() => leftOf(folder, app), GONE_WITHIN).toEqual([]);
  });

  it('stopped: it ends by itself, since no timer, socket or pipe keeps it', async () => {
    const folder = await tempFolder();
    const app = await startApp(folder);
    app.stdin?.write('stop\n');
    const [code] = (await once(app, 'exit')) as [number | null];
    expect(code).toBe(0);
    await expect.poll(() => leftOf(folder, app), GONE_WITHIN).toEqual([]);
    expect(existsSync(path.join(folder, 'go2rtc.pid'))).toBe(false);
  });
});

it('go2rtc gets only descriptors of its own, whatever the app has open for its children', async () => {
  const folder = await tempFolder();
  const leak = path.join(folder, 'leak');
  // Far from the standard streams, as in Chromium: Node marks only what lies beside those as its own.
  const app = await startApp(folder, `exec 7>"${leak}" 40>"${leak}" 141>"${leak}"; exec "$@"`);
  expect(filesOpenIn(app.pid)).toContain(leak);
  const children = allNaming(folder).filter(({ pid }) => pid !== app.pid);
  expect(children.length).toBeGreaterThan(1);
  for (const { pid } of children) expect(filesOpenIn(pid)).not.toContain(leak);
});

/** What the descriptors of a process lead to. */
function filesOpenIn(pid: number | undefined): string[] {
  const folder = `/proc/${pid}/fd`;
  return readdirSync(folder).map((fd) => readlinkSync(path.join(folder, fd)));
}

describe('what a former run noted in the pid file', () => {
  const sleeper = (...args: string[]) =>
    startChild(process.execPath, ['-e', 'process.stdin.resume()', '--', ...args]);

  async function startWithPidFile(folder: string, pid: number | undefined) {
    await mkdir(folder, { recursive: true });
    await writeFile(path.join(folder, 'go2rtc.pid'), String(pid));
    const under = await createSupervisor({ folder });
    await under.supervisor.start();
    await expect.poll(() => under.supervisor.status.state, PATIENT).toBe('running');
    return under;
  }

  it('is killed when it is a go2rtc with our config', async () => {
    const folder = path.join(await tempFolder(), 'go2rtc');
    const config = path.join(folder, 'go2rtc.yaml');
    await mkdir(folder, { recursive: true });
    await writeFile(config, JSON.stringify({ api: { listen: '' }, rtsp: { listen: '' } }));
    const stale = startChild(locateGo2rtc(GO2RTC_BINARIES, undefined).file, ['-config', config]);
    const ended = once(stale, 'exit');
    await once(stale, 'spawn');
    const under = await startWithPidFile(folder, stale.pid);
    expect(await ended).toEqual([null, 'SIGKILL']);
    expect(go2rtcsOf(folder)).toHaveLength(1);
    expect(go2rtcsOf(folder)).not.toContain(stale.pid);
    expect(under.lines.join()).toContain('ended a go2rtc of a former run');
  });

  it.each([
    ['does something else', () => []],
    ['only mentions our config', (config: string) => ['editor', config]],
    ['is a go2rtc with another config', (config: string) => ['go2rtc', '-config', `${config}.old`]],
  ])('is left alone when it %s', async (_what, args) => {
    const folder = path.join(await tempFolder(), 'go2rtc');
    const unrelated = sleeper(...args(path.join(folder, 'go2rtc.yaml')));
    await once(unrelated, 'spawn');
    const under = await startWithPidFile(folder, unrelated.pid);
    expect(unrelated.exitCode ?? unrelated.signalCode).toBeNull();
    expect(under.lines.join()).not.toContain('former run');
    expect(await readFile(path.join(folder, 'go2rtc.pid'), 'utf8')).not.toBe(String(unrelated.pid));
  });

  it.each(['', 'abc', '-1', '0', '1', '999999999'])('may be nonsense: %j', async (text) => {
    const folder = path.join(await tempFolder(), 'go2rtc');
    const under = await startWithPidFile(folder, text as unknown as number);
    expect(under.lines.join()).not.toContain('former run');
  });
});
