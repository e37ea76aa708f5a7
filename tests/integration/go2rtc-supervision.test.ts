import { existsSync, readFileSync } from 'node:fs';
import { chmod, copyFile, mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { locateGo2rtc } from '../../src-main/app/go2rtc/go2rtc-binary.ts';
import { GONE_WITHIN, PATIENT } from '../support/patience.ts';
import { allNaming, go2rtcsOf } from '../support/processes.ts';
import {
  createSupervisor,
  GO2RTC_BINARIES,
  type SupervisorUnderTest,
} from '../support/supervisor-under-test.ts';
import { tempFolder } from '../support/temp-folder.ts';

const OURS = locateGo2rtc(GO2RTC_BINARIES, undefined);
/** Long enough for every probe to fail, on a machine with two busy cores. */
const HANG_TIMEOUT_MS = 120_000;

async function untilRunning({ supervisor }: SupervisorUnderTest): Promise<void> {
  await expect.poll(() => supervisor.status.state, PATIENT).toBe('running');
}

async function running(
  overrides: Parameters<typeof createSupervisor>[0] = {},
): Promise<SupervisorUnderTest> {
  const under = await createSupervisor(overrides);
  await under.supervisor.start();
  await untilRunning(under);
  return under;
}

/** The watcher has its SIGKILL by then, but dying takes it a moment. */
async function expectNothingLeft(folder: string, when = 'afterwards'): Promise<void> {
  await expect.poll(() => allNaming(folder), { ...GONE_WITHIN, message: when }).toEqual([]);
}

function onlyPid(folder: string): number {
  const pids = go2rtcsOf(folder);
  expect(pids).toHaveLength(1);
  return pids[0] ?? 0;
}

async function expectReplaced(under: SupervisorUnderTest, oldPid: number): Promise<void> {
  await expect
    .poll(() => under.states.slice(-3), PATIENT)
    .toEqual(['backing-off', 'starting', 'running']);
  expect(onlyPid(under.folder)).not.toBe(oldPid);
}

describe('a go2rtc that dies', () => {
  it('is replaced by exactly one new one', async () => {
    const under = await running();
    const oldEndpoint = under.client().playbackEndpoint;
    const oldPid = onlyPid(under.folder);
    process.kill(oldPid, 'SIGKILL');
    await expectReplaced(under, oldPid);
    expect(under.supervisor.status).toEqual({
      state: 'running',
      endpoint: under.client().playbackEndpoint,
    });
    expect(under.client().playbackEndpoint).not.toBe(oldEndpoint);
    expect(under.statuses).toContainEqual(
      expect.objectContaining({ state: 'backing-off', reason: 'go2rtc was ended by SIGKILL' }),
    );
  });

  it('leaves its last words in the log, redacted', async () => {
    const file = path.join(await tempFolder(), 'go2rtc');
    const words = 'FTL no space left for rtsp://admin:hunter22@10.0.0.1/x';
    await writeFile(file, `#!/bin/sh\necho '${words}'\necho oh >&2\nexit 3\n`, { mode: 0o755 });
    const under = await createSupervisor({
      locateBinary: () => ({ file, expectedSha256: null }),
    });
    await under.supervisor.start();
    await expect.poll(() => under.states, PATIENT).toContain('backing-off');
    const report = under.lines.find((line) => line.includes('go2rtc is down'));
    expect(report).toContain('go2rtc ended with code 3');
    expect(report).toContain('FTL no space left for rtsp://***@10.0.0.1/x');
    expect(report).toContain("'oh'");
    expect(report).not.toContain('hunter22');
  });
});

describe('a go2rtc that hangs', () => {
  it('is noticed by its silence and replaced', { timeout: HANG_TIMEOUT_MS }, async () => {
    const under = await running();
    const oldPid = onlyPid(under.folder);
    process.kill(oldPid, 'SIGSTOP');
    await expect
      .poll(() => under.states, { ...PATIENT, timeout: HANG_TIMEOUT_MS })
      .toContain('backing-off');
    await expectReplaced(under, oldPid);
    expect(existsSync(`/proc/${oldPid}`)).toBe(false);
  });
});

describe('a go2rtc that cannot be started', () => {
  it('is missed and mistrusted with a sentence, and found once it is repaired', async () => {
    const folder = await tempFolder();
    const file = path.join(folder, 'go2rtc');
    const under = await createSupervisor({ locateBinary: () => ({ ...OURS, file }) });
    const lastReason = () =>
      under.statuses.flatMap((status) => ('reason' in status ? [status.reason] : [])).at(-1);
    await under.supervisor.start();
    await expect.poll(lastReason, PATIENT).toMatch(/^go2rtc is missing at .*npm run setup/);
    // Nothing but a person can mend that, so it is said at once.
    expect(under.states).not.toContain('backing-off');
    expect(under.supervisor.status.state).toBe('failed');
    await writeFile(file, '#!/bin/sh\nexit 0\n', { mode: 0o755 });
    await expect.poll(lastReason, PATIENT).toMatch(/is not the go2rtc this app was made with/);
    expect(go2rtcsOf(under.folder)).toEqual([]);
    await copyFile(OURS.file, file);
    await chmod(file, 0o755);
    await untilRunning(under);
  });

  it('may not be executed: that is said at once', async () => {
    const file = path.join(await tempFolder(), 'go2rtc');
    await writeFile(file, 'no program', { mode: 0o644 });
    const under = await createSupervisor({ locateBinary: () => ({ file, expectedSha256: null }) });
    await under.supervisor.start();
    await expect.poll(() => under.supervisor.status.state, PATIENT).toBe('failed');
    expect(under.states).not.toContain('backing-off');
    expect(under.lines.join()).toContain('may not be executed there');
  });

  it('has no loader here: a few tries, then it is said in words with the shell’s in the log', async () => {
    const file = path.join(await tempFolder(), 'go2rtc');
    await writeFile(file, '#!/nonexistent/loader\n', { mode: 0o755 });
    const under = await createSupervisor({ locateBinary: () => ({ file, expectedSha256: null }) });
    await under.supervisor.start();
    await expect
      .poll(() => under.supervisor.status, PATIENT)
      .toMatchObject({
        state: 'failed',
        reason: expect.stringContaining('cannot be executed on this computer') as string,
      });
    expect(under.states.filter((state) => state === 'backing-off')).toHaveLength(2);
    expect(under.lines.join()).toContain('not found');
  });

  it('does not answer: that is said long before the wait for it ends', async () => {
    const file = path.join(await tempFolder(), 'go2rtc');
    await writeFile(file, '#!/bin/sh\nexec sleep 60\n', { mode: 0o755 });
    const under = await createSupervisor({ locateBinary: () => ({ file, expectedSha256: null }) });
    await under.supervisor.start();
    await expect.poll(() => under.states, PATIENT).toEqual(['starting', 'failed']);
    expect(under.lines.join()).not.toContain('go2rtc is down');
  });

  it('lost its port to another program: that one is told nothing, the token least of all', async () => {
    const folder = await tempFolder();
    const [file, heard] = [path.join(folder, 'go2rtc'), path.join(folder, 'heard')];
    const squatter = `#!${process.execPath}
      const { appendFileSync, readFileSync } = require('node:fs');
      const config = process.argv.find((each) => each.endsWith('.yaml'));
      const port = Number(JSON.parse(readFileSync(config, 'utf8')).api.listen.split(':')[1]);
      require('node:http').createServer((request, answer) => {
        appendFileSync(${JSON.stringify(heard)}, request.url + request.headers.authorization);
        answer.end('{}');
      }).listen(port, '127.0.0.1', () =>
        require('node:child_process').spawn(${JSON.stringify(OURS.file)}, process.argv.slice(2), { stdio: 'inherit' }));`;
    await writeFile(file, squatter, { mode: 0o755 });
    const under = await createSupervisor({ locateBinary: () => ({ file, expectedSha256: null }) });
    await under.supervisor.start();
    await expect
      .poll(() => under.statuses, PATIENT)
      .toContainEqual(
        expect.objectContaining({ reason: 'another program took the port of go2rtc' }),
      );
    expect(under.states).not.toContain('running');
    expect(existsSync(heard)).toBe(false);
  });

  it('has no folder to write to, and recovers when it has', async () => {
    const folder = path.join(await tempFolder(), 'in-the-way');
    await writeFile(folder, '');
    const under = await createSupervisor({ folder });
    await under.supervisor.start();
    await expect.poll(() => under.states, PATIENT).toContain('backing-off');
    await rm(folder);
    await untilRunning(under);
  });

  it('is called failed when the budget is used up, and is still tried', async () => {
    const file = path.join(await tempFolder(), 'go2rtc');
    await writeFile(file, '#!/bin/sh\nexit 1\n', { mode: 0o755 });
    const under = await createSupervisor({ locateBinary: () => ({ file, expectedSha256: null }) });
    // From inside the event, where the wait has not begun yet: nobody waits minutes here.
    under.supervisor.changed.on(({ state }) => {
      if (state === 'backing-off') void under.supervisor.restart();
    });
    await under.supervisor.start();
    await expect.poll(() => under.supervisor.status.state, PATIENT).toBe('failed');
    expect(under.states.filter((state) => state === 'backing-off')).toHaveLength(2);
    await rm(file);
    await copyFile(OURS.file, file);
    await under.supervisor.restart();
    await untilRunning(under);
  });
});

describe('start, stop and restart', () => {
  it('may be repeated', async () => {
    const under = await createSupervisor();
    await Promise.all([under.supervisor.start(), under.supervisor.start()]);
    await untilRunning(under);
    await under.supervisor.start();
    onlyPid(under.folder);
    await Promise.all([under.supervisor.stop(), under.supervisor.stop()]);
    await under.supervisor.stop();
    expect(under.supervisor.status).toEqual({ state: 'stopped' });
    await under.supervisor.restart();
    expect(under.states).toEqual(['starting', 'running', 'stopped']);
    await expectNothingLeft(under.folder);
  });

  it('makes go2rtc hold less than Go would', async () => {
    const under = await running();
    const environment = readFileSync(`/proc/${onlyPid(under.folder)}/environ`, 'utf8');
    const [, percent] = /(?:^|\0)GOGC=(\d+)\0/.exec(environment) ?? [];
    expect(Number(percent)).toBeLessThan(100);
  });

  it('leaves neither process nor watcher nor pid file, and no client', async () => {
    const under = await running();
    await under.supervisor.stop();
    await expectNothingLeft(under.folder);
    expect(existsSync(path.join(under.folder, 'go2rtc.pid'))).toBe(false);
    expect(under.supervisor.client).toBeNull();
  });

  it('a restart is no failure: a new process at once, nothing reported', async () => {
    const under = await running();
    const oldPid = onlyPid(under.folder);
    await under.supervisor.restart();
    await expect
      .poll(() => under.states, PATIENT)
      .toEqual(['starting', 'running', 'starting', 'running']);
    expect(onlyPid(under.folder)).not.toBe(oldPid);
    expect(under.lines.join()).not.toContain('go2rtc is down');
  });

  it('a storm of restarts ends with one go2rtc', async () => {
    const under = await running();
    for (let round = 0; round < 5; round += 1) {
      void under.supervisor.restart();
      void under.supervisor.restart();
      await new Promise((resolve) => setTimeout(resolve, round * 40));
    }
    await untilRunning(under);
    onlyPid(under.folder);
    expect(under.states).not.toContain('backing-off');
  });

  it('a stop during a start leaves nothing, at whatever moment it comes', async () => {
    const under = await createSupervisor();
    for (let delayMs = 0; delayMs <= 200; delayMs += 25) {
      await under.supervisor.start();
      await new Promise((resolve) => setTimeout(resolve, delayMs));
      await under.supervisor.stop();
      await expectNothingLeft(under.folder, `after ${delayMs} ms`);
      expect(under.supervisor.status.state).toBe('stopped');
    }
  });

  it('the last wish wins when start and stop overlap', async () => {
    const under = await running();
    await Promise.all([under.supervisor.stop(), under.supervisor.start()]);
    await untilRunning(under);
    onlyPid(under.folder);
    await Promise.all([under.supervisor.stop(), under.supervisor.start(), under.supervisor.stop()]);
    expect(under.supervisor.status.state).toBe('stopped');
    await expectNothingLeft(under.folder);
  });

  it('a stop during the wait for a restart ends the wait', async () => {
    const under = await createSupervisor({
      locateBinary: () => {
        throw new Error('none');
      },
    });
    under.supervisor.changed.on(({ state }) => {
      if (state === 'backing-off') void under.supervisor.stop();
    });
    await under.supervisor.start();
    await expect.poll(() => under.supervisor.status.state, PATIENT).toBe('stopped');
    expect(under.states).toEqual(['starting', 'backing-off', 'stopped']);
  });
});

it('writes a config of its own over whatever lay there', async () => {
  const under = await createSupervisor();
  await mkdir(under.folder, { recursive: true });
  await writeFile(path.join(under.folder, 'go2rtc.yaml'), 'old', { mode: 0o644 });
  await writeFile(path.join(under.folder, 'go2rtc.pid'), 'no number');
  await under.supervisor.start();
  await untilRunning(under);
});
