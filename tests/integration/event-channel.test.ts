import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { insertCameras } from '../../src-main/app/db/repositories/camera-repository.ts';
import { insertNvr, updateNvr } from '../../src-main/app/db/repositories/nvr-repository.ts';
import type { NewNvrRow } from '../../src-main/app/db/tables/nvr.table.ts';
import type { DeviceEvent } from '../../src-main/app/recorders/events/device-event.ts';
import type { EventChannelTimes } from '../../src-main/app/recorders/events/session-aftermath.ts';
import { DeviceLogin } from '../../src-main/app/recorders/login/device/device-login.ts';
import { KeychainReader } from '../../src-main/app/recorders/login/keychain-reader.ts';
import type { RtspDescriber } from '../../src-main/app/recorders/login/device/rtsp-login.ts';
import { RecorderRegistry } from '../../src-main/app/recorders/recorder-registry.ts';
import {
  framedPart,
  SimulatedRecorder,
  type SimulatedRecorderOptions,
  USUAL_FRAMING,
} from '../simulated-recorder/index.ts';
import { camerasOf, databaseFile, NVR, open } from '../support/database-files.ts';
import { LockableSecretStore } from '../support/lockable-secret-store.ts';
import { PATIENT } from '../support/patience.ts';
import { recordLog } from '../support/recorded-log.ts';
import { RecordedGateway } from '../support/recorded-gateway.ts';

const PASSWORD = 'p@ss:w/rd #1%';
const STREAM = 'GET /ISAPI/Event/notification/alertStream';
const QUICK: Partial<EventChannelTimes> = {
  ...{ firstPauseMs: 20, longestPauseMs: 50, tooManyMs: [30, 60], rarelyMs: 50 },
};
const HOUR_MS = 3_600_000;

let recorder: SimulatedRecorder;

async function simulate(options: Partial<SimulatedRecorderOptions> = {}): Promise<void> {
  recorder = new SimulatedRecorder({ channels: 4, user: 'admin', password: PASSWORD, ...options });
  await recorder.start();
  onTestFinished(() => recorder.stop());
}
beforeEach(() => simulate());

/** The app's recorder with its real login, and what it told. */
async function listening(eventTimes = QUICK, channels = 4, row: Partial<NewNvrRow> = {}) {
  const { db } = await open(await databaseFile());
  const { id } = await insertNvr(db, {
    ...NVR,
    ...{ host: '127.0.0.1', http_port: recorder.httpPort, rtsp_port: recorder.rtspPort },
    ...row,
  });
  await insertCameras(db, camerasOf(id).slice(0, channels));
  const secrets = new LockableSecretStore();
  await secrets.set(NVR.secret_account, PASSWORD);
  const rtsp: RtspDescriber = {
    describe: () => Promise.resolve({ kind: 'answered', status: 200, identity: '' }),
  };
  const recorders = new RecorderRegistry({
    ...{ db, keychain: new KeychainReader(secrets), ...recordLog(), eventTimes },
    gateway: new RecordedGateway(),
    currentClient: () => null,
    questionsTo: (each) => new DeviceLogin({ db, gateway: rtsp, ...each }),
  });
  onTestFinished(() => recorders.stop());
  const events: DeviceEvent[] = [];
  const states: string[] = [];
  recorders.event.on(({ event }) => events.push(event));
  recorders.eventChannelChanged.on(({ state }) => states.push(state.state));
  await recorders.start();
  const state = () => recorders.get(id)?.events.state;
  const until = (name: string) => expect.poll(() => state()?.state, PATIENT).toBe(name);
  return { db, id, recorders, events, states, state, until };
}

const requests = (name = STREAM): number => recorder.counters.requests.http[name] ?? 0;

describe('the event channel of a recorder', () => {
  it('is opened once its login is accepted, with that login, and tells what the recorder tells', async () => {
    const { events, until } = await listening();
    await until('listening');
    await recorder.events.emit({ type: 'VMD', state: 'active', channel: 2, target: 'human' });
    await expect.poll(() => events, PATIENT).toHaveLength(1);
    expect(events[0]).toMatchObject({
      ...{ type: 'vmd', state: 'active', channel: 2, deviceChannel: null, target: 'human' },
      ...{ isHistory: false, picture: null },
    });
    expect(recorder.events.opened).toBe(1);
    expect(requests()).toBe(1);
    expect(requests('GET /ISAPI/Security/userCheck')).toBe(2);
    expect(recorder.counters.failedLogins).toEqual({ http: 0, rtsp: 0 });
    expect(recorder.counters.sessionsOpened).toBe(0);
  });

  it('leaves nothing open when it ends', async () => {
    const { recorders, until } = await listening();
    await until('listening');
    await recorders.stop();
    await expect.poll(() => recorder.events.listeners, PATIENT).toBe(0);
    await recorder.events.emit({ type: 'VMD', state: 'active', channel: 1 });
    expect(recorder.events.opened).toBe(1);
  });

  it('finds the channel behind the numbers that a recorder has for it', async () => {
    const { events, until } = await listening();
    await until('listening');
    await recorder.events.emit({ type: 'VMD', channel: 34 });
    await recorder.events.emit({ type: 'VMD', channel: 40 });
    await recorder.events.emit({ type: 'diskerror', disk: 1 });
    await expect.poll(() => events, PATIENT).toHaveLength(3);
    expect(events.map(({ channel, deviceChannel }) => [channel, deviceChannel])).toEqual([
      ...[[2, 34]],
      ...[[null, 40]],
      ...[[null, null]],
    ]);
  });

  it('tells a picture after its event, in bytes that come one by one', async () => {
    const { events, until } = await listening();
    await until('listening');
    recorder.events.pieceBytes = 7;
    const picture = Uint8Array.from([0xff, 0xd8, 1, 2, 3, 0xff, 0xd9]);
    await recorder.events.emit({ type: 'linedetection', state: 'active', channel: 1, picture });
    await expect.poll(() => events, PATIENT).toHaveLength(2);
    expect(events[0]?.picture).toBeNull();
    expect(events[1]).toEqual({ ...events[0], picture: Buffer.from(picture) });
  });

  it('knows what happened while nobody listened, by the recorder’s own clock', async () => {
    recorder.health.clock.aheadMs = -400 * 24 * HOUR_MS;
    const atMs = Date.now() + recorder.health.clock.aheadMs - HOUR_MS;
    recorder.events.keepForNext([{ type: 'VMD', state: 'active', channel: 1, atMs }]);
    const { events, until } = await listening();
    await until('listening');
    await recorder.events.emit({ type: 'VMD', state: 'active', channel: 1 });
    await recorder.events.emit({ type: 'VMD', channel: 1, isRetransmission: true });
    await expect
      .poll(() => events.map(({ isHistory }) => isHistory), PATIENT)
      .toEqual([true, false, true]);
  });

  it('survives a storm and loses none of it', async () => {
    const { events, until } = await listening();
    await until('listening');
    await recorder.events.storm({ type: 'VMD', state: 'active', channel: 1 }, 300, 1000);
    await expect.poll(() => events.length, PATIENT).toBe(300);
    expect(recorder.events.opened).toBe(1);
  });
});

describe('an event channel that breaks', () => {
  it('is opened anew when nothing comes for too long, and says so meanwhile', async () => {
    const { states, until } = await listening({ ...QUICK, silenceMs: 300 });
    recorder.events.heartbeatMs = 50;
    await until('listening');
    recorder.events.isSilent = true;
    await until('silent');
    recorder.events.isSilent = false;
    await until('listening');
    expect(states.slice(0, 4)).toEqual(['connecting', 'listening', 'silent', 'listening']);
    await expect.poll(() => recorder.events.listeners, PATIENT).toBe(1);
    expect(recorder.counters.failedLogins.http).toBe(0);
  });

  it('is opened anew when the recorder hangs up', async () => {
    const { events, until } = await listening();
    await until('listening');
    recorder.events.closeAll();
    await expect.poll(() => recorder.events.opened, PATIENT).toBeGreaterThan(1);
    await until('listening');
    await recorder.events.emit({ type: 'VMD', state: 'active', channel: 1 });
    await expect.poll(() => events, PATIENT).toHaveLength(1);
  });

  it('does not call it a failure that a recorder hangs up by habit', async () => {
    recorder.events.heartbeatMs = 20;
    recorder.events.closeAfterMs = 200;
    const { states } = await listening({ ...QUICK, settledMs: 50 });
    await expect.poll(() => recorder.events.opened, PATIENT).toBeGreaterThan(3);
    expect(new Set(states)).toEqual(new Set(['connecting', 'listening']));
  });

  it('waits where too many listen, and comes in when one leaves', async () => {
    recorder.events.listenerLimit = 0;
    const { until } = await listening();
    await until('refused-too-many');
    const before = requests();
    await expect.poll(() => requests(), PATIENT).toBeGreaterThan(before);
    recorder.events.listenerLimit = 1;
    await until('listening');
    expect(recorder.counters.failedLogins.http).toBe(0);
  });

  it('asks a recorder that has none rarely', async () => {
    recorder.events.isSupported = false;
    const { until, recorders, id } = await listening({ ...QUICK, rarelyMs: HOUR_MS });
    await until('not-supported');
    expect(recorders.get(id)?.login.state.state).toBe('accepted');
    expect(requests()).toBe(1);
  });

  it('names a stream that is none', async () => {
    recorder.events.heartbeat = null;
    const { state, until } = await listening();
    await expect.poll(() => recorder.events.listeners, PATIENT).toBe(1);
    await recorder.events.send(Buffer.from('<!DOCTYPE html><html><body>Login</body></html>'));
    await until('failing');
    expect(state()).toMatchObject({ why: 'bad-answer' });
  });

  it('closes when the password was changed, at the cost of two failed logins at most', async () => {
    const { until, recorders, id } = await listening();
    await until('listening');
    recorder.faults.setPassword('another one');
    recorder.events.closeAll();
    await until('off');
    expect(recorders.get(id)?.login.state).toMatchObject({ state: 'refused', door: 'web' });
    expect(recorder.counters.failedLogins.http).toBeLessThanOrEqual(2);
    expect(recorder.events.listeners).toBe(0);
  });

  it('closes before the recorder is changed, and opens again for what is stored then', async () => {
    const { db, id, recorders, until, state } = await listening();
    await until('listening');
    await recorders.apply([id], async () => {
      expect(state()).toEqual({ state: 'off' });
      await expect.poll(() => recorder.events.listeners, PATIENT).toBe(0);
      await updateNvr(db, id, { is_enabled: 0 });
      return { result: null, moved: [id] };
    });
    expect(state()).toEqual({ state: 'off' });
    await recorders.apply([id], async () => {
      await updateNvr(db, id, { is_enabled: 1 });
      return { result: null, moved: [id] };
    });
    await until('listening');
    expect(recorder.events.opened).toBe(2);
  });
});

describe('the event channel of a hybrid recorder', () => {
  it('counts its IP cameras after the analog inputs', async () => {
    await simulate({ channels: 10, profile: 'hybrid-dvr' });
    const { events, until } = await listening(QUICK, 10);
    await until('listening');
    for (const channel of [8, 33, 34, 9]) await recorder.events.emit({ type: 'VMD', channel });
    await expect.poll(() => events.map(({ channel }) => channel), PATIENT).toEqual([8, 9, 10, 9]);
  });
});

describe('the event channel of a Dahua-compatible recorder', () => {
  it('is its own, and what its web server makes of the login is no matter of the pictures', async () => {
    await simulate({ profile: 'no-isapi' });
    recorder.events.isDahua = true;
    recorder.events.heartbeat = null;
    const { events, states, until, recorders, id } = await listening(QUICK, 4, { layout: 'dahua' });
    await expect.poll(() => recorder.events.listeners, PATIENT).toBe(1);
    const body = Buffer.from('Code=VideoMotion;action=Start;index=1');
    await recorder.events.send(framedPart('text/plain', body, USUAL_FRAMING));
    await expect.poll(() => events, PATIENT).toMatchObject([{ type: 'videomotion', channel: 2 }]);
    recorder.faults.setPassword('another one');
    recorder.events.closeAll();
    await until('failing');
    const before = requests('GET /cgi-bin/eventManager.cgi');
    const failing = () => states.filter((each) => each === 'failing').length;
    await expect.poll(failing, PATIENT).toBeGreaterThan(3);
    expect(recorders.get(id)?.events.state).toMatchObject({ why: 'no-permission' });
    expect(recorders.get(id)?.login.state.state).toBe('accepted');
    expect(recorder.counters.failedLogins.http).toBe(1);
    expect(requests('GET /cgi-bin/eventManager.cgi')).toBe(before);
  });
});

describe('the event channel of a careless recorder', () => {
  it('is read as any other', async () => {
    const { spelling } = USUAL_FRAMING;
    recorder.events.framing = {
      ...USUAL_FRAMING,
      ...{ lineEnd: '\n', lengthOff: null, delimiter: '----boundary', isClosingEach: true },
      spelling: { ...spelling, prefix: 'ns1:', isUnescaped: true, hasOffset: false },
    };
    const { events, until } = await listening();
    await until('listening');
    await recorder.events.emit({ type: 'IO', state: 'active', input: 2, isWrapped: true });
    await expect
      .poll(() => events, PATIENT)
      .toMatchObject([{ type: 'io', part: 'io-2', isHistory: false }]);
  });
});
