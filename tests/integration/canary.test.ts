import { randomBytes, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { REQUEST_CHANNELS, type RequestChannel } from '@contract/ipc-contract.ts';
import { DEFAULT_VIEW } from '@contract/models/view.ts';
import { ADMIN } from '../../src-main/app/access/actors.ts';
import { createAppServices } from '../../src-main/app/app-services.ts';
import { ServiceGroup } from '../../src-main/app/lifecycle/service-group.ts';
import { createFileSink } from '../../src-main/app/logging/file-sink.ts';
import { createLogger } from '../../src-main/app/logging/logger.ts';
import { Redactor } from '../../src-main/app/logging/redact.ts';
import type { GatewayChild } from '../../src-main/app/rtsp/process/gateway-messages.ts';
import { KeytarSecretStore } from '../../src-main/app/secrets/keytar-secret-store.ts';
import { answer } from '../../src-main/shell/ipc/answer.ts';
import { createHandlers } from '../../src-main/shell/ipc/handlers/index.ts';
import { SavedFiles } from '../../src-main/shell/saved-files.ts';
import { createStationServices } from '../../src-main/shell/station-services.ts';
import { SimulatedRecorder } from '../simulated-recorder/index.ts';
import { AT_DESK } from '../support/at-desk.ts';
import { filledIn } from '../support/app-under-test.ts';
import { firstFrame } from '../support/first-frame.ts';
import { memoryHolds } from '../support/process-memory.ts';
import { forkGateway } from '../support/gateway-child.ts';
import { askGo2rtc } from '../support/go2rtc-api.ts';
import { PATIENT } from '../support/patience.ts';
import { go2rtcsOf, runningProcesses } from '../support/processes.ts';
import { forkReader } from '../support/reader-child.ts';
import { spellings } from '../support/spellings.ts';
import { GO2RTC_BINARIES } from '../support/supervisor-under-test.ts';
import { tempFolder } from '../support/temp-folder.ts';

/** The end of each password, which no encoding but Base64 changes. */
const RANDOM_CHARS = 24;
const CANARY = `c@n:a/r y"'\\#%!${randomBytes(RANDOM_CHARS / 2).toString('hex')}`;
const WORTHLESS = `w@rthless/${randomBytes(RANDOM_CHARS / 2).toString('hex')}`;
const PASSPHRASE = `a p@ssphrase ${randomBytes(RANDOM_CHARS / 2).toString('hex')}`;
const PIN = '048213';
const recorder = new SimulatedRecorder({ channels: 1, user: 'admin', password: CANARY });

beforeAll(() => recorder.start());
afterAll(() => recorder.stop());

/** The app with its real log file and request handlers; everything that would reach the page is kept. */
async function startAppWithLogFile() {
  const userData = await tempFolder();
  const children: GatewayChild[] = [];
  const redactor = new Redactor();
  const log = createLogger(createFileSink(path.join(userData, 'logs')), redactor);
  const services = await createAppServices({
    databaseFile: path.join(userData, 'opus.sqlite'),
    go2rtcFolder: path.join(userData, 'go2rtc'),
    go2rtcBinaries: GO2RTC_BINARIES,
    launchGateway: () => {
      const child = forkGateway();
      children.push(child);
      return child;
    },
    launchReader: forkReader,
    secrets: new KeytarSecretStore(),
    log,
    redactor,
  });
  const { recorders, siteRows, probes, streams, go2rtc, secrets, admin, notices } = services;
  const toPage: unknown[] = [];
  const files = new SavedFiles({ folderOf: () => userData, show: () => undefined });
  const info = { version: '0', isDemo: false, notices };
  const wall = { view: DEFAULT_VIEW };
  const own = createStationServices({
    ...{ services, info, files, log },
    chooseFile: () => Promise.resolve(null),
  });
  const emitters = [
    siteRows.changed,
    recorders.changed,
    probes.progress,
    probes.scanProgress,
    go2rtc.changed,
    secrets.changed,
    admin.changed,
    own.clips.changed,
  ];
  for (const events of emitters) {
    events.on((payload: unknown) => toPage.push(payload));
  }
  const group = new ServiceGroup([...services.all, own.clips], log);
  onTestFinished(() => group.stop());
  await group.start();
  await expect.poll(() => go2rtc.status.state, PATIENT).toBe('running');
  const handlers = createHandlers({ ...services, ...own, wall, viewer: 1, notify: vi.fn() });
  const ask = async (channel: RequestChannel, payload: unknown) => {
    const response = await answer(channel, handlers, payload, { admit: () => ADMIN }, log);
    toPage.push(response);
    return response;
  };
  return { userData, go2rtc, streams, ask, toPage, children };
}

function filesBelow(folder: string): Map<string, Buffer> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  return new Map(names.map((name) => [name, readFileSync(name)]));
}

const exportedFiles = (userData: string) => readdirSync(path.join(userData, 'Opus NVR'));

const asText = (message: unknown) =>
  typeof message === 'string' ? message : JSON.stringify(message);

/** Where any spelling of a password lies: in files, arguments, environments or on the way to the page. */
function findings(userData: string, toPage: unknown[], password: string): string[] {
  const places = new Map<string, Buffer>(filesBelow(userData));
  for (const { pid, args } of runningProcesses()) {
    places.set(`arguments of ${pid}`, Buffer.from(args.join(' ')));
  }
  for (const pid of go2rtcsOf(userData)) {
    places.set(`environment of ${pid}`, readFileSync(`/proc/${pid}/environ`));
  }
  places.set('on the way to the page', Buffer.from(toPage.map(asText).join('\n')));
  return [...places].flatMap(([place, bytes]) =>
    [...spellings(password), password.slice(-RANDOM_CHARS)].flatMap((text) =>
      bytes.includes(text) ? [`${text} in ${place}`] : [],
    ),
  );
}

describe('a recorder’s password', () => {
  it('lies in no file, no argument, no log and no message to the page, whatever goes wrong', async () => {
    const { userData, go2rtc, streams, ask, toPage, children } = await startAppWithLogFile();
    const form = filledIn({ rtspPort: recorder.rtspPort, httpPort: recorder.httpPort });
    const clientNow = () => {
      if (go2rtc.client === null) throw new Error(go2rtc.status.state);
      return go2rtc.client;
    };

    const { maxChannels: _n, layout: _l, fingerprint: acceptedFingerprint, ...entries } = form;
    const look = (password: string) =>
      ask('nvr:probe', {
        ...{ ...entries, password, acceptedFingerprint },
        ...{ probeId: randomUUID(), formId: randomUUID() },
      });
    expect(await look(WORTHLESS)).toMatchObject({ value: { ok: false } });
    expect(await look(CANARY)).toMatchObject({ value: { ok: true } });
    expect(await ask('nvr:add', { ...form, password: CANARY })).toMatchObject({ ok: true });
    expect(await ask('nvr:add', { ...form, password: CANARY })).toMatchObject({ ok: false });
    expect(await ask('nvr:add', { ...form, host: '', password: CANARY })).toMatchObject({
      ok: false,
    });
    expect(await ask('nvr:add', { ...form, port: CANARY, password: [CANARY] })).toMatchObject({
      ok: false,
    });
    const wrong = { ...form, host: 'localhost', password: WORTHLESS };
    expect(await ask('nvr:add', wrong)).toMatchObject({ ok: true });

    const { maxChannels, ...changed } = { ...form, id: 1, name: 'Renamed', isBasicAllowed: false };
    const edit = (password: string | null) => ask('nvr:edit', { ...changed, password });
    expect(await edit(CANARY)).toMatchObject({ ok: true });
    expect(await edit(null)).toMatchObject({ ok: true });
    const { host, rtspPort, username, layout } = form;
    const scan = { host, username, layout, maxChannels, password: CANARY };
    const ids = { probeId: randomUUID(), formId: randomUUID() };
    expect(await ask('nvr:scan-channels', { ...scan, rtspPort, ...ids })).toMatchObject({
      error: { fields: { host: expect.anything() as string } },
    });
    const mainUrl = `rtsp://localhost:${rtspPort}/Streaming/Channels/101`;
    const single = { name: 'Gate', mainUrl, subUrl: '', username, password: CANARY };
    expect(await ask('camera:add-single', single)).toMatchObject({ ok: true });

    await expect.poll(() => streams.open('nvr1-ch1-main', AT_DESK), PATIENT).toBe(true);
    const listing = async () => (await askGo2rtc(clientNow(), '/api/streams')).text();
    expect(await listing()).toContain('nvr1-ch1-main');
    toPage.push(await listing());
    const playing = await firstFrame(clientNow(), 'nvr1-ch1-main');
    toPage.push(await listing());
    // The gateway has just signed with it; go2rtc plays all the same.
    const gateway = children.at(-1)?.pid ?? 0;
    expect(memoryHolds(gateway, CANARY)).toBe(true);
    for (const pid of go2rtcsOf(userData)) expect(memoryHolds(pid, CANARY)).toBe(false);
    toPage.push(readFileSync(`/proc/${gateway}/environ`, 'utf8'));
    await playing.close();
    const refusal = firstFrame(clientNow(), 'nvr2-ch1-main').catch((error: unknown) => error);
    toPage.push(String(await refusal));
    toPage.push(await listing());
    const sync = (id: number) => ask('nvr:preview-sync', { id, probeId: randomUUID() });
    expect(await sync(1)).toMatchObject({ value: { ok: true } });
    expect(await sync(2)).toMatchObject({ value: { error: { kind: 'wrong-password' } } });
    toPage.push(await listing());

    expect(await ask('admin:set-pin', { pin: PIN })).toMatchObject({ ok: true });
    for (const passphrase of [null, PASSPHRASE]) {
      expect(await ask('site:export', { passphrase, pin: PIN })).toMatchObject({ ok: true });
    }
    expect(exportedFiles(userData)).toHaveLength(2);
    expect(await ask('backup:create', {})).toMatchObject({ ok: true });
    expect(await ask('site:preview-import', { text: `{"${CANARY}": ["${CANARY}"` })).toMatchObject({
      ok: false,
    });

    for (const pid of go2rtcsOf(userData)) process.kill(pid, 'SIGKILL');
    await expect.poll(() => go2rtc.status.state, PATIENT).toBe('backing-off');
    await expect.poll(() => go2rtc.status.state, PATIENT).toBe('running');
    for (const channel of REQUEST_CHANNELS) {
      await ask(channel, channel === 'view:set' ? DEFAULT_VIEW : {});
    }
    await expect.poll(() => go2rtc.status.state, PATIENT).toBe('running');

    const log = readFileSync(path.join(userData, 'logs/main.log'), 'utf8');
    expect(log).toContain('lastWords');
    expect(findings(userData, toPage, CANARY)).toEqual([]);
    expect(findings(userData, toPage, WORTHLESS)).toEqual([]);
    expect(findings(userData, toPage, PASSPHRASE)).toEqual([]);
    for (const id of [1, 2, 3]) expect(await ask('nvr:remove', { id })).toMatchObject({ ok: true });
    expect(findings(userData, toPage, CANARY)).toEqual([]);
  });

  it('would be found if it lay anywhere', async () => {
    const folder = await tempFolder();
    expect(findings(folder, [], CANARY)).toEqual([]);
    expect(findings(folder, [{ deep: [CANARY] }], CANARY).join()).toContain('to the page');
    for (const text of spellings(CANARY)) {
      await writeFile(path.join(folder, 'file'), `before ${text} after`);
      expect(findings(folder, [], CANARY).join(), text).toContain(`in ${folder}`);
    }
  });
});
