import { randomUUID } from 'node:crypto';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { SingleCamera } from '@contract/models/camera-changes.ts';
import type { ChannelScan } from '@contract/models/channel-scan.ts';
import type { StreamLayout } from '@contract/models/stream-layout.ts';
import { SimulatedRecorder, type SimulatedRecorderOptions } from '../simulated-recorder/index.ts';
import { AT_DESK } from '../support/at-desk.ts';
import { filledIn, loginOf, play, startApp } from '../support/app-under-test.ts';
import { LockableSecretStore } from '../support/lockable-secret-store.ts';
import { PATIENT } from '../support/patience.ts';

const PASSWORD = 'p@ss:w/rd #1%';
const CUSTOM: StreamLayout = {
  kind: 'custom',
  main: '/live/{channel}/main',
  sub: '/live/{channel}/sub',
};

async function recorderWith(options: Partial<SimulatedRecorderOptions> = {}) {
  const recorder = new SimulatedRecorder({
    ...{ channels: 6, user: 'admin', password: PASSWORD, profile: 'no-isapi' },
    ...options,
  });
  await recorder.start();
  onTestFinished(() => recorder.stop());
  return recorder;
}

function failures({ counters: { failedLogins } }: SimulatedRecorder): number {
  return failedLogins.rtsp + failedLogins.http;
}

function scanOf({ rtspPort }: SimulatedRecorder, rest: Partial<ChannelScan> = {}): ChannelScan {
  return {
    ...{ host: '127.0.0.1', rtspPort, username: 'admin', password: PASSWORD },
    ...{ layout: CUSTOM, maxChannels: 8, probeId: randomUUID(), formId: randomUUID() },
    ...rest,
  };
}

describe('a recorder of another make', () => {
  it.each([{ kind: 'dahua' } as const, CUSTOM])('plays by $kind paths', async (layout) => {
    const recorder = await recorderWith();
    const app = await startApp({ secrets: new LockableSecretStore() });
    const { rtspPort, httpPort } = recorder;
    const entries = { rtspPort, httpPort, password: PASSWORD, layout, maxChannels: 6 };
    expect(await app.nvrs.add(filledIn(entries))).toMatchObject({ ok: true });
    await expect.poll(() => loginOf(app), PATIENT).toBe('accepted');
    await (await play(app, 'nvr1-ch2-main')).close();
    await (await play(app, 'nvr1-ch3-sub')).close();
    const { perChannel, requests } = recorder.counters;
    expect(perChannel).toEqual({ 2: { main: 1, sub: 0 }, 3: { main: 0, sub: 1 } });
    // Its own events are all that its web server is asked for.
    const asked = Object.keys(requests.http);
    expect(asked.filter((each) => each !== 'GET /cgi-bin/eventManager.cgi')).toEqual([]);
    expect(failures(recorder)).toBe(0);
  });

  it('is checked by RTSP: a wrong password costs one failed login', async () => {
    const recorder = await recorderWith();
    const app = await startApp({ secrets: new LockableSecretStore() });
    const { rtspPort, httpPort } = recorder;
    await app.nvrs.add(filledIn({ rtspPort, httpPort, password: 'wrong', layout: CUSTOM }));
    await expect.poll(() => loginOf(app), PATIENT).toBe('refused');
    expect(recorder.counters.failedLogins).toEqual({ rtsp: 1, http: 0 });
  });
});

describe('a scan of channels', () => {
  it('finds those that answer, two at a time, and is told as it goes', async () => {
    const recorder = await recorderWith();
    recorder.faults.removeChannel(3);
    recorder.faults.removeSubStream(5);
    const app = await startApp({ secrets: new LockableSecretStore() });
    const told: number[] = [];
    app.probes.scanProgress.on(({ checked }) => told.push(checked));
    const there = (channel: number, hasSub = true) => ({ channel, isThere: true, hasSub });
    const silent = (channel: number) => ({ channel, isThere: false, hasSub: false });
    expect(await app.probes.scan(scanOf(recorder))).toEqual({
      ok: true,
      value: {
        ok: true,
        value: [
          ...[there(1), there(2), silent(3), there(4), there(5, false), there(6)],
          ...[silent(7), silent(8)],
        ],
      },
    });
    expect(told).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(failures(recorder)).toBe(0);
    expect(recorder.counters.sessionsOpened).toBe(0);
  });

  it('with a wrong password costs one failed login, however often it is asked for', async () => {
    const recorder = await recorderWith();
    const app = await startApp({ secrets: new LockableSecretStore() });
    const wrong = scanOf(recorder, { password: 'wrong' });
    for (const probeId of [randomUUID(), randomUUID()]) {
      expect(await app.probes.scan({ ...wrong, probeId })).toMatchObject({
        value: { error: { kind: 'wrong-password' } },
      });
    }
    expect(failures(recorder)).toBe(1);
  });

  it('can be cancelled, and says where nothing answers', async () => {
    const recorder = await recorderWith();
    const app = await startApp({ secrets: new LockableSecretStore() });
    const request = scanOf(recorder, { maxChannels: 256 });
    app.probes.scanProgress.on(({ checked }) => {
      if (checked === 2) app.probes.cancel(request.probeId);
    });
    expect(await app.probes.scan(request)).toMatchObject({
      value: { error: { kind: 'cancelled' } },
    });
    await recorder.stop();
    expect(await app.probes.scan(scanOf(recorder))).toMatchObject({
      value: { error: { kind: 'unreachable' } },
    });
  });
});

describe('a single camera', () => {
  const camera = ({ rtspPort }: SimulatedRecorder, rest: Partial<SingleCamera> = {}) => ({
    ...{ name: 'Gate', mainUrl: `rtsp://127.0.0.1:${rtspPort}/live/4/main`, subUrl: '' },
    ...{ username: 'admin', password: PASSWORD },
    ...rest,
  });

  it('plays; two may be at one address', async () => {
    const recorder = await recorderWith();
    const app = await startApp({ secrets: new LockableSecretStore() });
    const subUrl = `rtsp://127.0.0.1:${recorder.rtspPort}/live/4/sub`;
    expect(await app.singles.add(camera(recorder))).toMatchObject({ ok: true });
    expect(await app.singles.add(camera(recorder, { name: 'Door', subUrl }))).toMatchObject({
      ok: true,
      value: { layout: { kind: 'single', main: '/live/4/main', sub: '/live/4/sub' } },
    });
    await expect.poll(() => loginOf(app), PATIENT).toBe('accepted');
    await (await play(app, 'nvr1-ch1-main')).close();
    await expect.poll(() => app.streams.open('nvr2-ch1-sub', AT_DESK), PATIENT).toBe(true);
    await (await play(app, 'nvr2-ch1-sub')).close();
    expect(await app.nvrs.listCameras()).toMatchObject([
      { name: 'Gate', streams: { sub: null } },
      { name: 'Door' },
    ]);
    expect(failures(recorder)).toBe(0);
  });

  it('without a login needs no keychain, and none is sent', async () => {
    const recorder = await recorderWith({ profile: 'no-login' });
    const secrets = new LockableSecretStore();
    secrets.isLocked = true;
    const app = await startApp({ secrets });
    const open = camera(recorder, { username: '', password: '' });
    const added = await app.singles.add(open);
    if (!added.ok) throw new Error(JSON.stringify(added.error));
    await expect.poll(() => loginOf(app), PATIENT).toBe('accepted');
    await (await play(app, 'nvr1-ch1-main')).close();

    expect(await app.nvrs.setPassword(added.value.id, 'x')).toMatchObject({ ok: false });
    const removed = await app.removal.remove(added.value.id);
    if (!removed.ok) throw new Error('not removed');
    expect(await app.undo.run(removed.value.undoId)).toMatchObject({ ok: true });
    await expect.poll(() => loginOf(app), PATIENT).toBe('accepted');
    expect(failures(recorder)).toBe(0);
  });
});
