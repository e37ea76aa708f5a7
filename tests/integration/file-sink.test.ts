import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createFileSink } from '../../src-main/app/logging/file-sink.ts';
import { PATIENT } from '../support/patience.ts';
import { tempFolder } from '../support/temp-folder.ts';

const CHATTY_APP = path.resolve(import.meta.dirname, '../support/chatty-app.ts');
const MAX_LOG_BYTES = 5 * 1024 * 1024;

function startChatty(
  folder: string,
  lines: number,
  charsPerLine: number,
): ChildProcessByStdio<Writable, Readable, Readable> {
  const args = [CHATTY_APP, folder, String(lines), String(charsPerLine)];
  const app = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'pipe'] });
  onTestFinished(() => void app.kill('SIGKILL'));
  return app;
}

const readLog = (folder: string) => readFile(path.join(folder, 'main.log'), 'utf8').catch(() => '');

describe('the log file', () => {
  it('has time, level and the line just as it was given', async () => {
    const folder = path.join(await tempFolder(), 'logs');
    const line = String.raw`100 %c %s %o $& $1 {text} \n ü 😀`;
    createFileSink(folder)('warn', line);
    const text = await readLog(folder);
    expect(text).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z \[warn\] /);
    expect(text.trimEnd().endsWith(line)).toBe(true);
  });

  it('keeps one older file and never grows beyond its size', async () => {
    const folder = await tempFolder();
    const app = startChatty(folder, 50, 256 * 1024);
    const ended = once(app, 'exit');
    app.stdout.resume();
    app.stdin.write('go\n');
    expect(await ended).toEqual([0, null]);
    expect((await readdir(folder)).sort()).toEqual(['main.log', 'main.old.log']);
    for (const name of await readdir(folder)) {
      expect((await stat(path.join(folder, name))).size).toBeLessThan(MAX_LOG_BYTES * 1.1);
    }
    expect(await readLog(folder)).toContain('line 50 x');
  });

  it('that cannot be written stops nothing', async () => {
    const folder = path.join(await tempFolder(), 'in-the-way');
    await writeFile(folder, '');
    const app = startChatty(folder, 10, 10);
    const ended = once(app, 'exit');
    let console = '';
    app.stdout.on('data', (chunk: Buffer) => (console += chunk.toString()));
    app.stdin.write('go\n');
    expect(await ended).toEqual([0, null]);
    expect(console).toContain('last line');
    expect(console).not.toContain('uncaught');
  });

  it('is complete although nobody reads the console any more', async () => {
    const folder = await tempFolder();
    const app = startChatty(folder, 2_000, 100);
    const ended = once(app, 'exit');
    await expect.poll(() => readLog(folder), PATIENT).toContain('ready');
    app.stdout.destroy();
    app.stderr.destroy();
    app.stdin.write('go\n');
    expect(await ended).toEqual([0, null]);
    const text = await readLog(folder);
    expect(text.trimEnd().split('\n').at(-1)).toMatch(/last line$/);
    expect(text.match(/ line \d+ x/g)).toHaveLength(2_000);
  });
});
