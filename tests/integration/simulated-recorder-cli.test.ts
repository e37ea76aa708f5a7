import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';

const CLI = path.resolve(import.meta.dirname, '../simulated-recorder/cli.ts');

/** The recorder as a process of its own, as the demo starts it; resolves when it is ready. */
async function startCli(...args: string[]): Promise<ChildProcess> {
  const child = spawn(process.execPath, [CLI, '--channels', '1', ...args]);
  onTestFinished(() => void child.kill('SIGKILL'));
  child.stdin.write('password\n');
  await once(child.stdout, 'data');
  return child;
}

async function exitOf(child: ChildProcess): Promise<unknown[]> {
  return child.exitCode === null ? once(child, 'exit') : [child.exitCode, null];
}

describe('the simulated recorder as a process', () => {
  it('ends by SIGTERM although its input stays open', async () => {
    const child = await startCli('--until-stdin-closes');
    child.kill('SIGTERM');
    expect(await exitOf(child)).toEqual([0, null]);
  });

  it('ends with its input when told so, as when whoever started it was killed', async () => {
    const child = await startCli('--until-stdin-closes');
    child.stdin?.destroy();
    expect(await exitOf(child)).toEqual([0, null]);
  });

  it('needs its input only for the password otherwise', async () => {
    const child = await startCli();
    child.stdin?.destroy();
    child.kill('SIGTERM');
    expect(await exitOf(child)).toEqual([0, null]);
  });
});
