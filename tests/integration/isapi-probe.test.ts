import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { CertificateTrust } from '../../src-main/app/isapi/http/certificate-trust.ts';
import { HttpClient } from '../../src-main/app/isapi/http/http-client.ts';
import { probeDevice, type ProbeOptions } from '../../src-main/app/isapi/probe/probe-device.ts';
import { checkLogin } from '../../src-main/app/isapi/endpoints/user-check.ts';
import { PROBE_STEPS, type ProbeProgress } from '../../src-preload/contract/models/probe.ts';
import { SimulatedRecorder, type SimulatedRecorderOptions } from '../simulated-recorder/index.ts';

const USER = 'guard';
const PASSWORD = 'p@ss:w/rd #1%';
const MINUTE_MS = 60_000;
const hasFfmpeg = spawnSync('ffmpeg', ['-version']).status === 0;
const recorders: SimulatedRecorder[] = [];

afterEach(async () => {
  await Promise.all(recorders.splice(0).map((recorder) => recorder.stop()));
});

async function start(options: Partial<SimulatedRecorderOptions> = {}): Promise<SimulatedRecorder> {
  const recorder = new SimulatedRecorder({
    ...{ channels: 2, user: USER, password: PASSWORD, ...options },
  });
  await recorder.start();
  recorders.push(recorder);
  return recorder;
}

const NOBODY = { pinnedFingerprint: null, canTrustFirstUse: false };

function targetOf(recorder: SimulatedRecorder, password = PASSWORD, isHttps = false) {
  return { host: '127.0.0.1', port: recorder.httpPort, isHttps, username: USER, password };
}

/** Probes and notes what the form would have shown. */
async function probe(
  target: ReturnType<typeof targetOf>,
  { trust = NOBODY, ...options }: ProbeOptions & { trust?: CertificateTrust } = {},
) {
  const progress: ProbeProgress[] = [];
  const result = await probeDevice(new HttpClient(target, { trust }), {
    onProgress: (each) => progress.push(each),
    ...options,
  });
  const steps = progress.filter(({ state }) => state !== 'running');
  return { result, steps: steps.map(({ step, state }) => `${step} ${state}`), progress };
}

/** Fails one login over RTSP, as a player with a wrong password does. */
async function failRtspLogin(recorder: SimulatedRecorder): Promise<void> {
  const socket = connect(recorder.rtspPort, '127.0.0.1');
  const url = `rtsp://127.0.0.1:${recorder.rtspPort}/Streaming/Channels/101`;
  socket.write(`DESCRIBE ${url} RTSP/1.0\r\nCSeq: 1\r\nAuthorization: Basic eDp5\r\n\r\n`);
  const [answer] = (await once(socket, 'data')) as [Buffer];
  expect(answer.toString()).toContain(' 401 ');
  socket.destroy();
}

describe.skipIf(!hasFfmpeg)('probeDevice', () => {
  it('reports a network recorder whole, within two calls at a time and without a failed login', async () => {
    const recorder = await start({ channels: 3, deviceName: 'Gate & <Yard>' });
    recorder.faults.disconnectCamera(2);
    recorder.faults.slowDownIsapi(20);
    const { result, steps } = await probe(targetOf(recorder));
    const main = { codec: 'H.264', widthPx: 1280, heightPx: 720, fps: 15 };
    const sub = { codec: 'H.264', widthPx: 640, heightPx: 360, fps: 15 };
    expect(result).toEqual({
      ok: true,
      value: {
        device: {
          ...{ name: 'Gate & <Yard>', model: 'SIM-7616NI/16P', firmware: 'V4.30.097', type: 'NVR' },
          serial: 'SIM-7616NI/16P0000000001',
        },
        channels: [
          { channel: 1, name: 'Camera 01', kind: 'ip', online: true, main, sub },
          { channel: 2, name: 'Camera 02', kind: 'ip', online: false, main, sub },
          { channel: 3, name: 'Camera 03', kind: 'ip', online: true, main, sub },
        ],
        complete: [{ from: 1, to: 256 }],
        leftOut: 0,
        unread: [],
        rtspPort: recorder.rtspPort,
        fingerprint: null,
      },
    });
    expect(steps).toEqual([
      ...['reach done', 'login done', 'identity done', 'channels done', 'streams done'],
    ]);
    expect(recorder.counters.failedLogins).toEqual({ rtsp: 0, http: 0 });
    expect(recorder.counters.peakHttpCalls).toBe(2);
    expect(recorder.counters.requests.http['GET /ISAPI/Security/userCheck']).toBe(2);
  });

  it('numbers a hybrid’s IP cameras after its analog inputs', async () => {
    const recorder = await start({ channels: 10, profile: 'hybrid-dvr' });
    recorder.faults.disconnectCamera(4);
    const { result } = await probe(targetOf(recorder));
    const channels = result.ok ? result.value.channels : [];
    expect(channels.map(({ channel, kind }) => `${channel} ${kind}`)).toEqual([
      ...[1, 2, 3, 4, 5, 6, 7, 8].map((channel) => `${channel} analog`),
      ...['9 ip', '10 ip'],
    ]);
    expect(channels.filter(({ online }) => online === false)).toMatchObject([{ channel: 4 }]);
    expect(channels.every(({ main, sub }) => main !== null && sub !== null)).toBe(true);
  });

  it('finds a missing sub stream, a removed camera and H.265', async () => {
    const noSub = await start({ channels: 4, profile: 'no-sub-on-3' });
    noSub.faults.removeChannel(2);
    const first = await probe(targetOf(noSub));
    const channels = first.result.ok ? first.result.value.channels : [];
    expect(channels.map(({ channel, sub }) => [channel, sub !== null])).toEqual([
      [1, true],
      [3, false],
      [4, true],
    ]);
    const h265 = await start({ profile: 'h265-main' });
    const second = await probe(targetOf(h265));
    expect(second.result.ok && second.result.value.channels[0]).toMatchObject({
      ...{ main: { codec: 'H.265' }, sub: { codec: 'H.264' } },
    });
  });

  it('tells no ISAPI from a port at which nothing listens', async () => {
    const recorder = await start({ profile: 'no-isapi' });
    const { result, steps } = await probe(targetOf(recorder));
    expect(result).toMatchObject({ error: { kind: 'no-isapi', step: 'channels' } });
    expect(steps).toEqual([
      ...['reach done', 'login skipped', 'identity skipped', 'channels failed'],
    ]);
    const { port } = targetOf(recorder);
    await recorder.stop();
    const closed = await probe({ ...targetOf(recorder), port });
    expect(closed.result).toMatchObject({ error: { kind: 'port-closed', step: 'reach' } });
    expect(recorder.counters.failedLogins.http).toBe(0);
  });

  it('waits a little for a busy recorder and signs anew after its restart', async () => {
    const recorder = await start();
    const client = new HttpClient(targetOf(recorder), { trust: NOBODY });
    expect(await checkLogin(client)).toEqual({ state: 'ok' });
    recorder.faults.forgetNonces();
    recorder.faults.refuseAsBusy(1);
    expect(await client.request({ path: '/ISAPI/System/deviceInfo' })).toMatchObject({ ok: true });
    expect(recorder.counters.failedLogins.http).toBe(0);
  });

  it.each(PROBE_STEPS)('can be cancelled at step %s', async (step) => {
    const recorder = await start();
    recorder.faults.slowDownIsapi(20);
    const leaving = new AbortController();
    const { result } = await probe(targetOf(recorder), {
      signal: leaving.signal,
      onProgress: (each) => {
        if (each.step === step) leaving.abort();
      },
    });
    expect(result).toMatchObject({ ok: false, error: { kind: 'cancelled' } });
    expect(recorder.counters.failedLogins.http).toBe(0);
  });
});

describe.skipIf(!hasFfmpeg)('a wrong password', () => {
  it('costs exactly one failed login per look', async () => {
    const recorder = await start();
    const { result, steps } = await probe(targetOf(recorder, 'wrong'));
    expect(result).toMatchObject({
      error: { kind: 'wrong-password', step: 'login', triesLeft: 4 },
    });
    expect(steps).toEqual(['reach done', 'login failed']);
    expect(recorder.counters.failedLogins).toEqual({ rtsp: 0, http: 1 });
  });

  it('locks at the fifth, over ISAPI and RTSP together, and nothing is sent from then on', async () => {
    let nowMs = Date.now();
    const recorder = await start({ now: () => nowMs });
    for (let failure = 0; failure < 3; failure += 1) await failRtspLogin(recorder);
    const check = (password: string) =>
      checkLogin(new HttpClient(targetOf(recorder, password), { trust: NOBODY }));
    expect(await check('wrong')).toMatchObject({ state: 'wrong-password', triesLeft: 1 });
    expect(await check('wrong')).toMatchObject({ state: 'locked', unlockInMs: 30 * MINUTE_MS });
    nowMs += 2 * MINUTE_MS;
    // The right password must wait too, and asking does not begin the time anew.
    expect(await check(PASSWORD)).toMatchObject({
      ...{ state: 'locked', unlockInMs: 28 * MINUTE_MS },
    });
    const { result } = await probe(targetOf(recorder));
    expect(result).toMatchObject({ error: { kind: 'locked', step: 'login' } });
    expect(recorder.counters.failedLogins).toEqual({ rtsp: 3, http: 2 });
    expect(recorder.counters.loginsWhileLocked).toEqual({ rtsp: 0, http: 0 });
    nowMs += 28 * MINUTE_MS;
    expect(await check(PASSWORD)).toEqual({ state: 'ok' });
  });

  it('at the recorder begins its time anew with each login while locked', async () => {
    let nowMs = Date.now();
    const recorder = await start({ now: () => nowMs });
    recorder.faults.lockNow();
    nowMs += 29 * MINUTE_MS;
    await failRtspLogin(recorder);
    expect(await checkLogin(new HttpClient(targetOf(recorder), { trust: NOBODY }))).toMatchObject({
      ...{ state: 'locked', unlockInMs: 30 * MINUTE_MS },
    });
    expect(recorder.counters.loginsWhileLocked).toEqual({ rtsp: 1, http: 0 });
    recorder.faults.unlock();
    expect(await checkLogin(new HttpClient(targetOf(recorder), { trust: NOBODY }))).toEqual({
      state: 'ok',
    });
  });
});

describe.skipIf(!hasFfmpeg)('HTTPS with a self-signed certificate', () => {
  it('is refused until somebody accepts the fingerprint, then pinned', async () => {
    const recorder = await start({ profile: 'https-self-signed' });
    const target = targetOf(recorder, PASSWORD, true);
    const { result } = await probe(target);
    expect(result).toMatchObject({ error: { kind: 'certificate-unknown', step: 'reach' } });
    const fingerprint =
      !result.ok && result.error.kind === 'certificate-unknown' ? result.error.fingerprint : '';
    expect(fingerprint).toMatch(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/);
    expect(recorder.counters.requests.http).toEqual({});

    const accepted = await probe(target, {
      trust: { pinnedFingerprint: fingerprint, canTrustFirstUse: false },
    });
    expect(accepted.result).toMatchObject({ ok: true, value: { fingerprint } });
    const onFirstUse = await probe(target, {
      trust: { pinnedFingerprint: null, canTrustFirstUse: true },
    });
    expect(onFirstUse.result).toMatchObject({ ok: true, value: { fingerprint } });
  });

  it('is refused with both fingerprints when it changes, before anything is asked', async () => {
    const recorder = await start({ profile: 'https-self-signed' });
    const target = targetOf(recorder, PASSWORD, true);
    const client = new HttpClient(target, { trust: { ...NOBODY, canTrustFirstUse: true } });
    expect(await checkLogin(client)).toEqual({ state: 'ok' });
    const pinnedFingerprint = client.fingerprint;
    const before = structuredClone(recorder.counters.requests.http);
    recorder.faults.changeCertificate();
    // What was trusted on first use is pinned for this client, too.
    const changed = { kind: 'tls', reason: 'changed-certificate', pinnedFingerprint };
    expect(await client.request({ path: '/' })).toMatchObject({ error: changed });
    const { result } = await probe(target, {
      trust: { pinnedFingerprint, canTrustFirstUse: true },
    });
    expect(result).toMatchObject({ error: { kind: 'certificate-changed', pinnedFingerprint } });
    expect(recorder.counters.requests.http).toEqual(before);
  });

  it('is not spoken by a plain port, nor plain HTTP by its own', async () => {
    const plain = await start();
    const overTls = await probe(targetOf(plain, PASSWORD, true));
    expect(overTls.result).toMatchObject({ error: { kind: 'tls', step: 'reach' } });
    const secure = await start({ profile: 'https-self-signed' });
    const { result } = await probe(targetOf(secure));
    expect(result).toMatchObject({ error: { kind: 'https-wanted', port: secure.httpPort } });
    expect(secure.counters.failedLogins.http).toBe(0);
  });
});
