import { describe, expect, it, onTestFinished } from 'vitest';
import {
  insertCameras,
  listCameras,
} from '../../src-main/app/db/repositories/camera-repository.ts';
import { insertNvr, updateNvr } from '../../src-main/app/db/repositories/nvr-repository.ts';
import { createEvents } from '../../src-main/app/events/create-events.ts';
import { HealthService } from '../../src-main/app/health/health-service.ts';
import type { HealthTimes } from '../../src-main/app/health/watch/health-times.ts';
import { DeviceLogin } from '../../src-main/app/recorders/login/device/device-login.ts';
import { KeychainReader } from '../../src-main/app/recorders/login/keychain-reader.ts';
import type { RtspDescriber } from '../../src-main/app/recorders/login/device/rtsp-login.ts';
import { RecorderRegistry } from '../../src-main/app/recorders/recorder-registry.ts';
import { GHOST_DISK, GOOD_DISK, SimulatedRecorder } from '../simulated-recorder/index.ts';
import { camerasOf, databaseFile, NVR, open } from '../support/database-files.ts';
import { LockableSecretStore } from '../support/lockable-secret-store.ts';
import { PATIENT } from '../support/patience.ts';
import { recordLog } from '../support/recorded-log.ts';
import { RecordedGateway } from '../support/recorded-gateway.ts';

const PASSWORD = 'p@ss:w/rd #1%';
const DAY_MS = 24 * 60 * 60_000;
const QUICK: HealthTimes = {
  ...{ gapMs: 30, spreadMs: 5, camerasMs: 30, disksMs: 60, loadMs: 60, timeMs: 60 },
  ...{ dailyMs: DAY_MS, refusedMs: DAY_MS, untoldMs: 60 },
};
const QUESTIONS = [
  'GET /ISAPI/ContentMgmt/InputProxy/channels/status',
  'GET /ISAPI/ContentMgmt/Storage',
  'GET /ISAPI/System/status',
  'GET /ISAPI/System/deviceInfo',
  'POST /ISAPI/ContentMgmt/search',
];

async function recording(channels = 2): Promise<SimulatedRecorder> {
  const recorder = new SimulatedRecorder({ channels, user: 'admin', password: PASSWORD });
  await recorder.start();
  onTestFinished(() => recorder.stop());
  return recorder;
}

/** The app as far as health goes; `again` is its next start on the same database. */
async function watching(
  recorder: SimulatedRecorder,
  {
    times = QUICK,
    file,
    password = PASSWORD,
  }: { times?: HealthTimes; file?: string; password?: string } = {},
) {
  const databaseAt = file ?? (await databaseFile());
  const { db } = await open(databaseAt);
  if (file === undefined) {
    const { id } = await insertNvr(db, {
      ...NVR,
      ...{ host: '127.0.0.1', http_port: recorder.httpPort, rtsp_port: recorder.rtspPort },
    });
    await insertCameras(db, camerasOf(id).slice(0, 2));
  }
  const [camera] = await listCameras(db);
  const secrets = new LockableSecretStore();
  await secrets.set(NVR.secret_account, password);
  const rtsp: RtspDescriber = {
    describe: () => Promise.resolve({ kind: 'answered', status: 200, identity: '' }),
  };
  const shared = { db, ...recordLog() };
  const recorders = new RecorderRegistry({
    ...{ ...shared, keychain: new KeychainReader(secrets), gateway: new RecordedGateway() },
    currentClient: () => null,
    questionsTo: (each) => new DeviceLogin({ db, gateway: rtsp, ...each }),
  });
  const { events } = createEvents({ ...shared, recorders, databaseFile: databaseAt });
  const health = new HealthService({ ...shared, recorders, events, healthTimes: times });
  await events.start();
  await recorders.start();
  await health.start();
  let isOver = false;
  const stop = async (): Promise<void> => {
    if (isOver) return;
    isOver = true;
    await health.stop();
    await recorders.stop();
    await events.stop();
    await db.destroy();
  };
  onTestFinished(stop);
  const now = () => health.list()[0];
  const kinds = () => now()?.problems.map(({ kind }) => kind);
  const filter = { fromMs: null, toMs: null, cameraIds: [], nvrIds: [], types: [] };
  const journal = (onlyOpen = false) =>
    events
      .list({
        filter: { ...filter, onlyOpen, onlyUnacknowledged: false },
        before: null,
        limit: 100,
      })
      .rows.map(({ type, channel, part, endedAtMs }) => [type, channel, part, endedAtMs === null]);
  const again = () => watching(recorder, { times, file: databaseAt });
  return { db, recorders, health, events, camera, now, kinds, journal, stop, again };
}

const asked = (recorder: SimulatedRecorder): number =>
  QUESTIONS.reduce((all, name) => all + (recorder.counters.requests.http[name] ?? 0), 0);

describe('a recorder', () => {
  it('tells how it is: its disks, its load, its clock, and what the times of its recordings mean', async () => {
    const recorder = await recording();
    Object.assign(recorder.health.clock, {
      ...{ offsetMinutes: 120, summerMinutes: 60, suffix: 'standard', aheadMs: 75_000 },
      timeZone: 'CST-2:00:00',
    });
    const { now } = await watching(recorder);
    await expect
      .poll(() => now(), PATIENT)
      .toMatchObject({
        ...{ cpuPercent: 38, memoryPercent: 75, lastError: null, reconnectsToday: 0 },
        disks: [{ id: 1, state: 'ok', freeMb: 0 }],
        clock: { recordings: 'local', isByNtp: true },
        events: { state: 'listening', lostSinceMs: null },
        cameras: [{ isOnline: true, shown: null }, { isOnline: true }],
        problems: [{ kind: 'clock' }],
      });
    expect(Math.abs((now()?.clock.driftMs ?? 0) - 75_000)).toBeLessThan(5_000);
    expect(recorder.counters.failedLogins.http).toBe(0);
    expect(recorder.counters.sessionsOpened).toBe(0);
  });

  it('whose recordings are told in UTC is known as such, also after a restart without another test', async () => {
    const recorder = await recording();
    Object.assign(recorder.health.clock, {
      ...{ offsetMinutes: -300, timeZone: 'CST+5:00:00', recordings: 'utc' },
    });
    const first = await watching(recorder);
    await expect.poll(() => first.now()?.clock.recordings, PATIENT).toBe('utc');
    await first.stop();
    const { answered } = recorder.search;
    recorder.recordings.isRecording = false;
    const second = await first.again();
    await expect.poll(() => second.now()?.clock.recordings, PATIENT).toBe('utc');
    expect(recorder.search.answered).toBe(answered);
  });

  it('that records nothing leaves it unknown, and is asked again', async () => {
    const recorder = await recording();
    Object.assign(recorder.health.clock, { offsetMinutes: 480, timeZone: 'CST-8:00:00' });
    recorder.recordings.isRecording = false;
    const { now } = await watching(recorder);
    await expect.poll(() => recorder.search.answered, PATIENT).toBeGreaterThan(2);
    expect(now()?.clock).toMatchObject({ recordings: 'unknown', testedAtMs: null });
    recorder.recordings.isRecording = true;
    await expect.poll(() => now()?.clock.recordings, PATIENT).toBe('local');
  });

  it('is asked for what it does not know once, and for the rest', async () => {
    const recorder = await recording();
    recorder.health.status = null;
    recorder.health.disks = null;
    const { now } = await watching(recorder);
    await expect.poll(() => now()?.clock.driftMs, PATIENT).not.toBeNull();
    await expect
      .poll(() => recorder.counters.requests.http[QUESTIONS[0] ?? ''], PATIENT)
      .toBeGreaterThan(5);
    expect(now()).toMatchObject({ cpuPercent: null, disks: null, lastError: null, problems: [] });
    const { http } = recorder.counters.requests;
    expect([http['GET /ISAPI/System/status'], http['GET /ISAPI/ContentMgmt/Storage']]).toEqual([
      ...[1, 1],
    ]);
  });

  it('is asked one question and no more until the pause is over', async () => {
    const recorder = await recording();
    const { now } = await watching(recorder, { times: { ...QUICK, gapMs: DAY_MS / 24 } });
    await expect.poll(() => now()?.events.state, PATIENT).toBe('listening');
    await expect.poll(() => asked(recorder), PATIENT).toBe(1);
    recorder.events.closeAll();
    await expect.poll(() => recorder.events.opened, PATIENT).toBe(2);
    expect(asked(recorder)).toBe(1);
  });

  it('that refuses the login is asked nothing, until it takes it', async () => {
    const recorder = await recording();
    const { recorders, now } = await watching(recorder, { password: 'wrong' });
    const login = recorders.all()[0]?.login;
    await expect.poll(() => login?.state.state, PATIENT).toBe('refused');
    const { http } = recorder.counters.failedLogins;
    expect(asked(recorder)).toBe(0);
    expect(now()).toMatchObject({ toldAtMs: null, problems: [] });
    await login?.remember(PASSWORD);
    await login?.check();
    await expect.poll(() => now()?.toldAtMs, PATIENT).not.toBeNull();
    expect(recorder.counters.failedLogins.http).toBe(http);
  });
});

describe('what it tells', () => {
  it('of a lost camera, and of its return, is a condition in the journal, though nobody looks', async () => {
    const recorder = await recording();
    const { kinds, journal, camera } = await watching(recorder);
    recorder.faults.disconnectCamera(1);
    await expect.poll(kinds, PATIENT).toEqual(['camera-lost']);
    await expect.poll(() => journal(), PATIENT).toEqual([['camera-lost', 1, '', true]]);
    expect(camera?.channel).toBe(1);
    recorder.faults.reconnectCamera(1);
    await expect.poll(kinds, PATIENT).toEqual([]);
    await expect.poll(() => journal(), PATIENT).toEqual([['camera-lost', 1, '', false]]);
  });

  it('of a lost camera goes on over a restart as the same row', async () => {
    const recorder = await recording();
    recorder.faults.disconnectCamera(1);
    const first = await watching(recorder);
    await expect.poll(() => first.journal(true), PATIENT).toEqual([['camera-lost', 1, '', true]]);
    const since = first.now()?.problems[0]?.sinceMs;
    await first.stop();
    const second = await first.again();
    await expect.poll(second.kinds, PATIENT).toEqual(['camera-lost']);
    expect(second.now()?.problems[0]?.sinceMs).toBe(since);
    expect(second.journal()).toEqual([['camera-lost', 1, '', true]]);
  });

  it('at one device is over when another is at its place', async () => {
    const recorder = await recording();
    const { db, recorders, journal, kinds, now } = await watching(recorder);
    recorder.faults.disconnectCamera(1);
    await expect.poll(() => journal(true), PATIENT).toEqual([['camera-lost', 1, '', true]]);
    const other = await recording();
    const [id = 0] = recorders.all().map(({ id: each }) => each);
    await recorders.apply([id], async () => {
      await updateNvr(db, id, { http_port: other.httpPort, rtsp_port: other.rtspPort });
      return { result: null, passwords: new Map([[id, PASSWORD]]) };
    });
    await expect.poll(() => journal(), PATIENT).toEqual([['camera-lost', 1, '', false]]);
    await expect
      .poll(() => now()?.cameras.map(({ isOnline }) => isOnline), PATIENT)
      .toEqual([...[true, true]]);
    expect(kinds()).toEqual([]);
    expect(journal()).toHaveLength(1);
  });

  it('of broken disks is one too, and the device’s word that all is well does not end it', async () => {
    const recorder = await recording();
    const { kinds, journal, now } = await watching(recorder);
    await expect.poll(() => now()?.events.state, PATIENT).toBe('listening');
    recorder.health.disks = [GOOD_DISK, { ...GHOST_DISK, id: 4, status: 'smartFailed' }];
    await expect.poll(() => journal(), PATIENT).toEqual([['disk-error', null, 'disk-4', true]]);
    await recorder.events.emit({ type: 'diskerror', state: 'inactive', disk: 4 });
    recorder.health.disks = [GOOD_DISK, { ...GHOST_DISK, status: 'error' }];
    await expect
      .poll(() => journal(), PATIENT)
      .toEqual([
        ['disk-error', null, 'disk-2', true],
        ['disk-error', null, 'disk-4', false],
      ]);
    recorder.health.disks = [GHOST_DISK];
    await expect.poll(kinds, PATIENT).toEqual(['no-disk']);
  });
});
