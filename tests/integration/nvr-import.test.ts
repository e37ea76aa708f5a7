import { randomUUID } from 'node:crypto';
import { describe, expect, it, onTestFinished } from 'vitest';
import type {
  ProbeOutcome,
  ProbeProgressEvent,
  ProbeRequest,
} from '@contract/models/probe-request.ts';
import type { Result } from '@contract/result.ts';
import { importRequest } from '../../src-renderer/features/nvrs/entries/import-request.ts';
import { newNvrSchema, type NewNvr } from '../../src-preload/contract/models/nvr.ts';
import { SimulatedRecorder, type SimulatedRecorderOptions } from '../simulated-recorder/index.ts';
import { createApp, filledIn, type AppUnderTest } from '../support/app-under-test.ts';
import { LockableSecretStore } from '../support/lockable-secret-store.ts';

const USER = 'guard';
const PASSWORD = 'p@ss:w/rd #1%';
const SLOW_MS = 200;

async function start(options: Partial<SimulatedRecorderOptions> = {}): Promise<SimulatedRecorder> {
  const recorder = new SimulatedRecorder({
    ...{ channels: 4, user: USER, password: PASSWORD, ...options },
  });
  await recorder.start();
  onTestFinished(() => recorder.stop());
  return recorder;
}

async function app(): Promise<AppUnderTest & { told: ProbeProgressEvent[] }> {
  const created = await createApp({ secrets: new LockableSecretStore() });
  const told: ProbeProgressEvent[] = [];
  created.probes.progress.on((event) => told.push(event));
  return { ...created, told };
}

function look(recorder: SimulatedRecorder, entries: Partial<ProbeRequest> = {}): ProbeRequest {
  return {
    ...{ name: '', host: '127.0.0.1', isHttps: false, username: USER, password: PASSWORD },
    ...{ httpPort: recorder.httpPort, rtspPort: recorder.rtspPort, acceptedFingerprint: null },
    ...{ probeId: randomUUID(), formId: 'form', nvrId: null, ...entries },
  };
}

/** The form of a recorder that is to be added holds its password. */
function typed(request: ProbeRequest): ProbeRequest & { password: string } {
  const { password } = request;
  if (password === null) throw new Error('no password was typed');
  return { ...request, password };
}

/** What the form would send after all cameras were left ticked. */
function importAll(request: ProbeRequest, answer: Result<ProbeOutcome>): NewNvr {
  if (!answer.ok || !answer.value.ok) throw new Error(JSON.stringify(answer));
  const { host, isHttps, httpPort, rtspPort, username, password } = typed(request);
  const report = answer.value.value;
  const entries = {
    ...{ name: 'Yard', host, isHttps, username, password, maxChannels: '' },
    ...{ httpPort: String(httpPort), rtspPort: String(rtspPort) },
    ...{ vendor: 'hikvision' as const, mainTemplate: '', subTemplate: '' },
    isBasicAllowed: false,
  };
  const all = new Set(report.channels.map(({ channel }) => channel));
  return newNvrSchema.parse(importRequest(entries, report, all));
}

describe('importing a recorder', () => {
  it('brings its cameras with names, and neither looking nor adding costs a failed login', async () => {
    const recorder = await start({ profile: 'no-sub-on-3' });
    recorder.faults.renameChannel(1, 'Tor & <Süd>');
    recorder.faults.removeChannel(2);
    const { nvrs, probes, told } = await app();
    const request = look(recorder);
    const answer = await probes.probe(request);
    const added = await nvrs.add(importAll(request, answer));
    expect(added).toMatchObject({
      ok: true,
      value: {
        ...{ name: 'Yard', maxChannels: 3, isHttps: false, fingerprint: null },
        ...{ model: 'SIM-7616NI/16P', serial: 'SIM-7616NI/16P0000000001', firmware: 'V4.30.097' },
      },
    });
    const cameras = await nvrs.listCameras();
    expect(cameras.map(({ channel, name, streams }) => [channel, name, streams.sub])).toEqual([
      [1, 'Tor & <Süd>', 'nvr1-ch1-sub'],
      [3, 'Camera 03', null],
      [4, 'Camera 04', 'nvr1-ch4-sub'],
    ]);
    expect(told.every(({ probeId }) => probeId === request.probeId)).toBe(true);
    expect(told.at(-1)?.progress).toMatchObject({ step: 'streams', state: 'done' });
    expect(JSON.stringify([answer, added, told])).not.toContain(PASSWORD);
    expect(recorder.counters.failedLogins).toEqual({ rtsp: 0, http: 0 });
  });

  it('keeps a hybrid’s numbers, where IP cameras follow the analog inputs', async () => {
    const recorder = await start({ channels: 10, profile: 'hybrid-dvr' });
    for (const channel of [2, 3, 4, 5, 6, 7, 8]) recorder.faults.removeChannel(channel);
    const { nvrs, probes } = await app();
    const request = look(recorder);
    await nvrs.add(importAll(request, await probes.probe(request)));
    const cameras = await nvrs.listCameras();
    expect(cameras.map(({ channel }) => channel)).toEqual([1, 9, 10]);
  });

  it('pins the certificate that was accepted', async () => {
    const recorder = await start({ profile: 'https-self-signed' });
    const { nvrs, probes } = await app();
    const unknown = await probes.probe(look(recorder, { isHttps: true }));
    expect(unknown).toMatchObject({ value: { error: { kind: 'certificate-unknown' } } });
    const failure = unknown.ok && !unknown.value.ok ? unknown.value.error : null;
    const fingerprint = failure?.kind === 'certificate-unknown' ? failure.fingerprint : '';
    const request = look(recorder, { isHttps: true, acceptedFingerprint: fingerprint });
    await nvrs.add(importAll(request, await probes.probe(request)));
    expect(await nvrs.listNvrs()).toMatchObject([{ isHttps: true, fingerprint }]);
    recorder.faults.changeCertificate();
    const changed = await probes.probe({ ...request, probeId: randomUUID(), rtspPort: 1 });
    expect(changed).toMatchObject({
      value: { error: { kind: 'certificate-changed', pinnedFingerprint: fingerprint } },
    });
  });

  it('says when there is nothing to ask, or when it is on the list already', async () => {
    const recorder = await start({ profile: 'no-isapi' });
    const { nvrs, probes } = await app();
    const request = look(recorder);
    expect(await probes.probe(request)).toMatchObject({ value: { error: { kind: 'no-isapi' } } });
    const { host, httpPort, rtspPort, isHttps, username, password } = typed(request);
    const stored = { host, httpPort, rtspPort, isHttps, username, password };
    await nvrs.add(filledIn({ ...stored, name: 'Old', maxChannels: 2 }));
    const before = structuredClone(recorder.counters.requests.http);
    expect(await probes.probe({ ...request, probeId: randomUUID() })).toMatchObject({
      error: {
        code: 'invalid-request',
        fields: { host: { key: 'address-taken', parameters: { name: 'Old' } } },
      },
    });
    expect(recorder.counters.requests.http).toEqual(before);
  });
});

describe('a wrong password', () => {
  it('costs one failed login however often the button is pressed, and one more in a new form', async () => {
    const recorder = await start();
    const { probes } = await app();
    const press = (entries: Partial<ProbeRequest>) =>
      probes.probe(look(recorder, { password: 'wrong', ...entries }));
    const refused = { value: { error: { kind: 'wrong-password', triesLeft: 4 } } };
    expect(await press({})).toMatchObject(refused);
    expect(await press({})).toMatchObject(refused);
    expect(recorder.counters.failedLogins).toEqual({ rtsp: 0, http: 1 });
    expect(await press({ password: PASSWORD })).toMatchObject({ value: { ok: true } });
    expect(recorder.counters.failedLogins.http).toBe(1);
    await press({ formId: 'next' });
    expect(recorder.counters.failedLogins.http).toBe(2);
  });

  it('pressed twice at the same time costs one failed login at most', async () => {
    const recorder = await start();
    recorder.faults.slowDownIsapi(SLOW_MS);
    const { probes } = await app();
    const request = look(recorder, { password: 'wrong' });
    const answers = await Promise.all([
      probes.probe(request),
      probes.probe(request),
      probes.probe({ ...request, probeId: randomUUID() }),
    ]);
    expect(answers).toMatchObject([
      { value: { error: { kind: 'cancelled' } } },
      { error: { code: 'invalid-request' } },
      { value: { error: { kind: 'wrong-password' } } },
    ]);
    expect(recorder.counters.failedLogins.http).toBe(1);
  });

  it('at a locked account is not sent at all', async () => {
    const recorder = await start();
    recorder.faults.lockNow();
    const { probes } = await app();
    expect(await probes.probe(look(recorder))).toMatchObject({
      value: { error: { kind: 'locked', unlockInMs: expect.any(Number) as number } },
    });
    expect(recorder.counters.failedLogins.http).toBe(0);
  });
});

describe('a look that nobody waits for', () => {
  it('ends when it is cancelled, and leaves nothing', async () => {
    const recorder = await start();
    recorder.faults.slowDownIsapi(SLOW_MS);
    const { nvrs, probes, told } = await app();
    const request = look(recorder);
    const stopListening = probes.progress.on(({ probeId, progress }) => {
      if (progress.step === 'identity') probes.cancel(probeId);
    });
    expect(await probes.probe(request)).toMatchObject({ value: { error: { kind: 'cancelled' } } });
    stopListening();
    const heard = told.length;
    probes.cancel(request.probeId);
    expect(await nvrs.listNvrs()).toEqual([]);
    recorder.faults.slowDownIsapi(0);
    // The same id is free again.
    expect(await probes.probe(request)).toMatchObject({ value: { ok: true } });
    expect(told.length).toBeGreaterThan(heard);
    expect(recorder.counters.failedLogins.http).toBe(0);
  });

  it('ends with the service', async () => {
    const recorder = await start();
    recorder.faults.slowDownIsapi(SLOW_MS);
    const { probes } = await app();
    const running = probes.probe(look(recorder));
    await probes.stop();
    await probes.stop();
    expect(await running).toMatchObject({ value: { error: { kind: 'cancelled' } } });
  });
});
