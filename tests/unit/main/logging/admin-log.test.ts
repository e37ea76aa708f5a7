import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createAdminLog } from '../../../../src-main/app/logging/admin-log.ts';
import { recordLog } from '../../../support/recorded-log.ts';

let folder: string;

beforeEach(() => (folder = fs.mkdtempSync(path.join(os.tmpdir(), 'opus-test-'))));
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

it('adds one line each, over restarts too, that only this user may read', () => {
  const { log, redactor } = recordLog();
  const logs = path.join(folder, 'logs');
  createAdminLog(logs, redactor, log).write('admin unlocked');
  createAdminLog(logs, redactor, log).write('camera:rename', { names: ['Gate\nforged line'] });
  const file = path.join(logs, 'admin.log');
  const lines = fs.readFileSync(file, 'utf8').trimEnd().split('\n');
  expect(lines).toEqual([
    expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z admin unlocked$/),
    expect.stringMatching(/Z camera:rename \{ names: \[ 'Gate\\nforged line' \] \}$/),
  ]);
  expect(fs.statSync(file).mode & 0o777).toBe(0o600);
});

it('has one line also for many names with strange signs', () => {
  const { log, redactor } = recordLog();
  const names = Array.from({ length: 20 }, (_, index) => `Gate ${index} \u202Egpj`);
  createAdminLog(folder, redactor, log).write('camera:rename', { names, 'x\u2028y': 1 });
  const text = fs.readFileSync(path.join(folder, 'admin.log'), 'utf8');
  expect(text.trimEnd()).not.toMatch(/[\n\u2028\u202E]/);
  expect(text).toContain('Gate 19');
});

it('holds no secret that is in use', () => {
  const { log, redactor } = recordLog();
  redactor.add('p@ss word');
  createAdminLog(folder, redactor, log).write('nvr:edit', { name: 'p@ss word' });
  expect(fs.readFileSync(path.join(folder, 'admin.log'), 'utf8')).toContain("{ name: '***' }");
});

it('stops nobody when it cannot be written, and says so', () => {
  const { log, redactor, lines } = recordLog();
  fs.writeFileSync(path.join(folder, 'file'), '');
  createAdminLog(path.join(folder, 'file'), redactor, log).write('admin unlocked');
  expect(lines).toEqual([expect.stringMatching(/^error the admin log could not be written/)]);
});
