import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { knownSchemas } from '../../src-main/app/db/known-schemas.ts';
import { FileReader } from '../../src-main/app/site/reader/file-reader.ts';
import type { ReaderChild } from '../../src-main/app/site/reader/reader-messages.ts';
import { makeEndlessDatabase } from '../support/endless-database.ts';
import { PATIENT } from '../support/patience.ts';
import { runningProcesses } from '../support/processes.ts';
import { forkReader } from '../support/reader-child.ts';
import { siteContent, siteText } from '../support/site-file-text.ts';
import { tempFolder } from '../support/temp-folder.ts';

const FILE_CHARS = 4 * 1024 * 1024;

/** A reader whose processes the test can count. */
function readerWith(limits: { limitMs?: number; idleMs?: number } = {}) {
  const children: ReaderChild[] = [];
  const launch = (): ReaderChild => {
    const child = forkReader();
    children.push(child);
    return child;
  };
  const reader = new FileReader({ launch, ...limits });
  onTestFinished(() => reader.stop());
  return { reader, children };
}

const isRunning = (child: ReaderChild | undefined): boolean =>
  runningProcesses().some(({ pid }) => pid === child?.pid);

it('a database that keeps SQLite inside one call is given up, with its process, and the next file is read', async () => {
  const { reader, children } = readerWith({ limitMs: 5_000 });
  const file = path.join(await tempFolder(), 'endless.sqlite');
  await makeEndlessDatabase(file);
  const question = { file, isThorough: false, schemas: [...(await knownSchemas()).keys()] };
  const inTime = reader.read('siteFile', siteText());
  const endless = reader.read('backup', question);
  const after = reader.read('siteFile', siteText());
  expect(await inTime).toEqual({ ok: true, value: siteContent() });
  await expect(endless).rejects.toThrow('took too long');
  expect(await after).toEqual({ ok: true, value: siteContent() });
  await expect.poll(() => isRunning(children[0]), PATIENT).toBe(false);
  expect(children).toHaveLength(2);
});

it('a reader that dies or is asked for the last time leaves nobody waiting', async () => {
  const { reader, children } = readerWith();
  const file = path.join(await tempFolder(), 'endless.sqlite');
  await makeEndlessDatabase(file);
  const question = { file, isThorough: true, schemas: [] };
  const killed = reader.read('backup', question);
  await expect.poll(() => children.length, PATIENT).toBe(1);
  children[0]?.kill();
  await expect(killed).rejects.toThrow('could not be read');
  const stopped = reader.read('backup', question);
  await expect.poll(() => children.length, PATIENT).toBe(2);
  await reader.stop();
  await expect(stopped).rejects.toThrow('the app ends');
  await expect.poll(() => isRunning(children[1]), PATIENT).toBe(false);
});

it.each([
  ['nothing but commas', `[${','.repeat(FILE_CHARS - 1)}`],
  ['brackets without an end', '['.repeat(FILE_CHARS)],
  ['empty objects', `{"x":[${'{},'.repeat(FILE_CHARS / 3 - 10)}{}]}`],
  [
    'names that do not belong',
    `{${Array.from({ length: 300_000 }, (_, i) => `"k${i}":0`).join()}}`,
  ],
])('the largest file, of %s, is refused while main goes on', async (_what, text) => {
  const { reader } = readerWith({ limitMs: PATIENT.timeout });
  // The process is there and warm: its start is not what is looked at.
  await reader.read('siteFile', siteText());
  let [longestMs, lastMs] = [0, performance.now()];
  const beginMs = lastMs;
  const tick = setInterval(() => {
    const nowMs = performance.now();
    longestMs = Math.max(longestMs, nowMs - lastMs);
    lastMs = nowMs;
  });
  onTestFinished(() => clearInterval(tick));
  expect(await reader.read('siteFile', text)).toMatchObject({ ok: false });
  expect(longestMs).toBeLessThan((performance.now() - beginMs) / 2);
});

it('a reader that nobody asks any more leaves by itself, and comes again for the next file', async () => {
  const { reader, children } = readerWith({ idleMs: 100 });
  await reader.read('siteFile', siteText());
  const [first] = children;
  const ended = new Promise((resolve) => first?.onExit(resolve));
  expect(await ended).toBe('it ended with 0');
  expect(await reader.read('siteFile', siteText())).toMatchObject({ ok: true });
  expect(children).toHaveLength(2);
});
