import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { ok } from '@contract/result.ts';
import { checkLogin } from '../../src-main/app/isapi/endpoints/user-check.ts';
import { lookAtChannels } from '../../src-main/app/isapi/probe/look-at-channels.ts';
import { RecorderHttp } from '../../src-main/app/recorders/web/recorder-http.ts';
import { SimulatedRecorder } from '../simulated-recorder/index.ts';

const PASSWORD = 'p@ss:w/rd #1%';
const LIST = '/ISAPI/Streaming/channels';
const NEVER = new AbortController().signal;

let recorder: SimulatedRecorder;
let http: RecorderHttp;
beforeEach(async () => {
  recorder = new SimulatedRecorder({ channels: 2, user: 'admin', password: PASSWORD });
  await recorder.start();
  onTestFinished(() => recorder.stop());
  http = new RecorderHttp();
});

const nvr = () => ({
  ...{ host: '127.0.0.1', httpPort: recorder.httpPort, isHttps: false },
  ...{ fingerprint: null, username: 'admin' },
});
const check = () => checkLogin(http.clientForCheck(nvr(), PASSWORD));
const list = () => http.client(nvr(), PASSWORD).get(LIST, ok);
const requests = () => structuredClone(recorder.counters.requests.http);

describe('the one HTTP client of a recorder', () => {
  it('asks its lists with the nonce of the login check', async () => {
    expect(await check()).toEqual({ state: 'ok' });
    expect(await list()).toMatchObject({ ok: true });
    expect(requests()[`GET ${LIST}`]).toBe(1);
  });

  it('remembers for lists and looks what the login check was refused, until a check may try again', async () => {
    recorder.faults.setPassword('another one');
    expect(await check()).toMatchObject({ state: 'wrong-password' });
    const before = requests();
    const client = http.client(nvr(), PASSWORD);
    expect(await list()).toMatchObject({ error: { kind: 'auth' } });
    expect(await lookAtChannels(client, NEVER)).toMatchObject({ error: { kind: 'auth' } });
    expect(requests()).toEqual(before);
    expect(recorder.counters.failedLogins.http).toBe(1);

    recorder.faults.setPassword(PASSWORD);
    expect(await check()).toEqual({ state: 'ok' });
    expect(await list()).toMatchObject({ ok: true });
  });

  it('costs one failed login where a list was answered and the check is not', async () => {
    recorder.faults.refuseAsBusy(1);
    expect(
      await checkLogin(http.client(nvr(), PASSWORD), NEVER, { busyDelaysMs: [] }),
    ).toMatchObject({ state: 'unknown', error: { kind: 'busy' } });
    expect(await list()).toMatchObject({ ok: true });
    recorder.faults.setPassword('another one');
    expect(await check()).toMatchObject({ state: 'wrong-password' });
    expect(recorder.counters.failedLogins.http).toBe(1);
  });

  it('is another one for another address or password', async () => {
    await check();
    const client = http.client(nvr(), PASSWORD);
    expect(http.client(nvr(), PASSWORD)).toBe(client);
    expect(http.client(nvr(), 'another')).not.toBe(client);
    expect(http.client({ ...nvr(), host: 'localhost' }, PASSWORD)).not.toBe(client);
  });
});
