import { readFileSync, rmSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import type { RequestChannel } from '@contract/ipc-contract.ts';
import { DEFAULT_VIEW } from '@contract/models/view.ts';
import { ADMIN } from '../../src-main/app/access/actors.ts';
import { createAdminLog } from '../../src-main/app/logging/admin-log.ts';
import { createFileSink } from '../../src-main/app/logging/file-sink.ts';
import { createLogger } from '../../src-main/app/logging/logger.ts';
import { Redactor } from '../../src-main/app/logging/redact.ts';
import { withAdminLog } from '../../src-main/shell/ipc/admin-changes.ts';
import { answer } from '../../src-main/shell/ipc/answer.ts';
import { readSiteNames } from '../../src-main/shell/ipc/site-names.ts';
import { ADMIN_CHANGES, createHandlers } from '../../src-main/shell/ipc/handlers/index.ts';
import { SavedFiles } from '../../src-main/shell/saved-files.ts';
import { createStationServices } from '../../src-main/shell/station-services.ts';
import { ObservedSecretStore } from '../support/observed-secret-store.ts';
import { SimulatedRecorder } from '../simulated-recorder/index.ts';
import {
  createApp,
  filledIn,
  loginOf,
  play,
  untilPlaybackRuns,
} from '../support/app-under-test.ts';
import { PATIENT } from '../support/patience.ts';
import { openRaw } from '../support/raw-database.ts';
import { fill, smallDisk } from '../support/small-disk.ts';

const PNG = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(20_000)]);
const FULL = {
  ok: false,
  error: { code: 'storage-failed', message: { key: 'disk-full' } },
};
const NO_CLIP = {
  error: { message: { key: 'clip-empty', parameters: { why: { key: 'clip-disk' } } } },
};
const DONE = { ok: true };

/** The app with its log, its saved files and its database on one disk, asked as the page asks it. */
async function stationOn(userData: string) {
  const recorder = new SimulatedRecorder({ channels: 1, user: 'admin', password: 'p@ss' });
  await recorder.start();
  onTestFinished(() => recorder.stop());
  const keychain = new ObservedSecretStore();
  const app = await createApp({ secrets: keychain, userData });
  const logs = path.join(userData, 'logs');
  const redactor = new Redactor();
  const log = createLogger(createFileSink(logs), redactor);
  const files = new SavedFiles({ folderOf: () => userData, show: () => undefined });
  const info = { version: '0', isDemo: false, notices: [] };
  const wall = { view: DEFAULT_VIEW };
  const own = createStationServices({
    chooseFile: () => Promise.resolve(null),
    services: app,
    info,
    files,
    log,
  });
  onTestFinished(() => own.clips.stop());
  await app.group.start();
  await own.clips.start();
  await untilPlaybackRuns(app);
  const plain = createHandlers({ ...app, ...own, wall, viewer: 1, notify: vi.fn() });
  const adminLog = createAdminLog(logs, redactor, log);
  const handlers = withAdminLog(plain, ADMIN_CHANGES, {
    adminLog,
    readNames: () => readSiteNames(app.nvrs),
  });
  const ask = (channel: RequestChannel, payload: unknown) =>
    answer(channel, handlers, payload, { admit: () => ADMIN }, log, userData);
  const form = filledIn({
    ...{
      rtspPort: recorder.rtspPort,
      httpPort: recorder.httpPort,
      password: 'p@ss',
      maxChannels: 1,
    },
  });
  return { app, ask, form, keychain, log, logs };
}

/** What must not be left behind, wherever it lies. */
const unfinished = async (folder: string) =>
  (await readdir(folder, { recursive: true })).filter((name) =>
    /\.part|\.restore-|\.tmp/.test(name),
  );

it('a full disk is said at every write, loses nothing, and all goes on when there is room', async ({
  skip,
}) => {
  const disk = await smallDisk();
  if (disk === null) return skip('a small disk cannot be mounted here: it takes root on Linux');
  const { app, ask, form, keychain, log, logs } = await stationOn(disk);
  expect(await ask('nvr:add', form)).toMatchObject(DONE);
  const [camera] = await app.nvrs.listCameras();
  if (!camera) throw new Error('there is no camera');
  const rename = (name: string) => ask('camera:rename', { names: [{ id: camera.id, name }] });
  expect(await ask('backup:create', {})).toMatchObject(DONE);
  const backupId = (await app.backups.list())[0]?.backupId;

  await expect.poll(() => loginOf(app), PATIENT).toBe('accepted');
  fill(path.join(disk, 'filler'));
  let { name } = camera;
  // The log of the database may have room for some more.
  for (let nth = 1; (await rename(`Gate ${nth}`)).ok; nth += 1) name = `Gate ${nth}`;
  expect(await rename('Yard')).toMatchObject(FULL);
  const writes: [RequestChannel, unknown][] = [
    ['nvr:add', { ...form, name: 'Yard', host: 'localhost' }],
    ['backup:create', {}],
    ['site:export', { passphrase: null }],
    ['snapshot:save', { cameraId: camera.id, png: PNG, frozenSinceMs: null }],
    ['clip:start', { cameraId: camera.id }],
    ['backup:restore', { backupId }],
    ['nvr:set-enabled', { id: camera.nvrId, isEnabled: false }],
  ];
  for (const [channel, payload] of writes) {
    const said = channel === 'clip:start' ? NO_CLIP : FULL;
    expect([channel, await ask(channel, payload)]).toMatchObject([channel, said]);
  }
  const { status } = app.go2rtc;
  await app.go2rtc.restart();
  await untilPlaybackRuns(app, status.state === 'running' ? status.endpoint : undefined);
  log.info('a line without room');
  expect(await unfinished(disk)).toEqual([]);
  expect((await app.nvrs.listCameras()).map((one) => one.name)).toEqual([name]);
  expect(keychain.entries.size).toBe(1);
  await expect.poll(() => loginOf(app), PATIENT).toBe('accepted');
  expect((await play(app, camera.streams.main)).boxes).toContain('moov');

  rmSync(path.join(disk, 'filler'));
  expect(await rename('Yard')).toMatchObject(DONE);
  for (const [channel, payload] of writes) {
    expect([channel, await ask(channel, payload)]).toMatchObject([channel, DONE]);
  }
  expect(readFileSync(path.join(logs, 'admin.log'), 'utf8')).toContain('backup:restore');
  log.info('a line with room');
  const mainLog = () => readFileSync(path.join(logs, 'main.log'), 'utf8');
  await expect.poll(mainLog, PATIENT).toContain('a line with room');
  const sqlite = openRaw({ userData: disk });
  expect(sqlite.pragma('integrity_check', { simple: true })).toBe('ok');
});
