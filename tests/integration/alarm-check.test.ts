import { randomUUID } from 'node:crypto';
import { expect, it, onTestFinished } from 'vitest';
import type { AlarmCheck, AlarmCheckProgress } from '@contract/models/alarm-check.ts';
import { type AppUnderTest, createApp, filledIn } from '../support/app-under-test.ts';
import { LockableSecretStore } from '../support/lockable-secret-store.ts';
import { PATIENT } from '../support/patience.ts';
import { SimulatedRecorder } from '../simulated-recorder/index.ts';

const PASSWORD = 'p@ss:w/rd #1%';
const PUTS = 'PUT /ISAPI/Event/triggers/VMD-2/notifications';

/** A station that listens to a recorder of so many cameras. */
async function start(channels: number) {
  // One clip for all channels.
  const formats = 'few-frames';
  const recorder = new SimulatedRecorder({ channels, formats, user: 'admin', password: PASSWORD });
  await recorder.start();
  onTestFinished(() => recorder.stop());
  const app = await createApp({ secrets: new LockableSecretStore() });
  await app.group.start();
  const { rtspPort, httpPort } = recorder;
  const nvr = filledIn({ rtspPort, httpPort, password: PASSWORD, maxChannels: channels });
  expect(await app.nvrs.add(nvr)).toMatchObject({ ok: true });
  await expect.poll(() => recorder.events.listeners, PATIENT).toBe(1);
  return { recorder, app };
}

async function look(app: AppUnderTest): Promise<AlarmCheck> {
  const answer = await app.alarmCheck.look({ id: 1, checkId: randomUUID() });
  if (!answer.ok || !answer.value.ok) throw new Error(JSON.stringify(answer));
  return answer.value.value;
}

const sourceOf = ({ sources }: AlarmCheck, id: string) =>
  sources.find(({ triggerId }) => triggerId === id);

const letNotify = (app: AppUnderTest, ...triggers: string[]) =>
  app.alarmCheck.letNotify({ id: 1, checkId: randomUUID(), triggers });

it('64 cameras are asked two questions at a time and each once, whatever is refused', async () => {
  const { recorder, app } = await start(64);
  const { alarms, counters } = recorder;
  alarms.setMethods('VMD-2', ['record']);
  alarms.trigger('VMD-3').notifications = null;
  alarms.detectors.set('linedetection-3', false);
  alarms.detectors.set('linedetection-4', 'no-such');
  alarms.detectors.set('tamper-4', 'no-permission');
  alarms.schedules.set('videoloss-5', [[1, '08:00:00', '18:00:00']]);
  alarms.schedules.set('videoloss-6', null);
  await recorder.events.emit({ type: 'linedetection', state: 'active', channel: 7 });
  await expect.poll(() => app.events.summary.unacknowledged, PATIENT).toBe(1);
  const progress: AlarmCheckProgress[] = [];
  app.alarmCheck.progress.on((told) => progress.push(told));
  const check = await look(app);
  expect(check).toMatchObject({ nvrId: 1, listening: 'yes', elsewhere: 0, brokenOff: null });
  expect(check.sources).toHaveLength(64 * 4 + 4);
  const well = { detector: 'on', notifies: 'yes', hours: 'always', canLetNotify: false };
  expect(sourceOf(check, 'VMD-1')).toMatchObject({ ...well, type: 'motion', lastEventAtMs: null });
  expect(sourceOf(check, 'VMD-2')).toMatchObject({ ...well, notifies: 'no', canLetNotify: true });
  expect(sourceOf(check, 'VMD-3')).toMatchObject({ ...well, notifies: 'untold' });
  expect(sourceOf(check, 'linedetection-3')?.detector).toBe('off');
  expect(sourceOf(check, 'linedetection-4')?.detector).toBe('untold');
  expect(sourceOf(check, 'tamper-4')?.detector).toBe('no-permission');
  expect(sourceOf(check, 'videoloss-5')?.hours).toBe('some-hours');
  expect(sourceOf(check, 'videoloss-6')?.hours).toBe('untold');
  expect(sourceOf(check, 'linedetection-7')?.lastEventAtMs).not.toBeNull();
  expect(sourceOf(check, 'linedetection-8')?.lastEventAtMs).toBeNull();
  expect(sourceOf(check, 'diskfull')).toMatchObject({ cameraId: null, detector: 'none' });
  expect(progress.at(-1)).toMatchObject({ done: 260, total: 260 });
  const asked = Object.entries(counters.requests.http).filter(([name]) =>
    /Event\/(triggers|schedules)|Detection|videoLoss/.test(name),
  );
  expect(asked.filter(([, count]) => count !== 1)).toEqual([]);
  expect(asked.length).toBeGreaterThan(64 * 4);
  expect(counters.peakHttpCalls).toBeLessThanOrEqual(2);
  expect(counters.failedLogins.http).toBe(0);
});

it('a trigger is let to notify in the device’s own document, and nothing else of it changes', async () => {
  const { recorder, app } = await start(2);
  const { alarms } = recorder;
  alarms.trigger('VMD-2').notifications =
    '<h:EventTriggerNotificationList xmlns:h="urn:psialliance-org" size="4">\r\n<!-- Zürich -->\r\n<h:EventTriggerNotification><h:id>record-2</h:id><h:notificationMethod>record</h:notificationMethod><h:oem kept="yes">Schranke süd</h:oem></h:EventTriggerNotification>\r\n</h:EventTriggerNotificationList>\r\n';
  const before = alarms.trigger('VMD-2').notifications;
  expect(sourceOf(await look(app), 'VMD-2')).toMatchObject({ notifies: 'no', canLetNotify: true });
  const done = [
    { triggerId: 'VMD-2', outcome: 'notifies' },
    { triggerId: 'VMD-1', outcome: 'was-in' },
    { triggerId: 'VMD-99', outcome: 'not-supported' },
  ];
  expect(await letNotify(app, 'VMD-2', 'VMD-1', 'VMD-99')).toEqual({ ok: true, value: done });
  expect(alarms.methodsOf('VMD-2')).toEqual(['record', 'center']);
  const [put] = alarms.puts;
  expect(alarms.puts).toHaveLength(1);
  expect(put?.contentType).toBe('application/xml; charset="UTF-8"');
  expect(put?.body).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?>/);
  const entry =
    '<h:EventTriggerNotification><h:id>center</h:id><h:notificationMethod>center</h:notificationMethod></h:EventTriggerNotification>';
  expect(alarms.trigger('VMD-2').notifications?.replace(entry, '')).toBe(before);
  expect(sourceOf(await look(app), 'VMD-2')).toMatchObject({ notifies: 'yes' });
  const { http } = recorder.counters.requests;
  expect(http['GET /ISAPI/Event/triggers/VMD-99/notifications']).toBe(1);
});

it('what is not kept or not allowed is told, and tried once', async () => {
  const { recorder, app } = await start(2);
  const { alarms, counters } = recorder;
  alarms.setMethods('VMD-2', []);
  alarms.isForgetful = true;
  expect(await letNotify(app, 'VMD-2')).toMatchObject({ value: [{ outcome: 'not-kept' }] });
  alarms.mayChange = false;
  expect(await letNotify(app, 'VMD-2')).toMatchObject({ value: [{ outcome: 'no-permission' }] });
  expect([alarms.puts.length, counters.requests.http[PUTS]]).toEqual([1, 2]);
  alarms.mayRead = false;
  const refused = await app.alarmCheck.look({ id: 1, checkId: randomUUID() });
  expect(refused).toEqual({ ok: true, value: { ok: false, error: 'no-permission' } });
  expect(counters.failedLogins.http).toBe(0);
  expect(app.recorders.get(1)?.login.isAccepted).toBe(true);
});

it('a look ends when nobody waits for it, or the recorder is gone', async () => {
  const { recorder, app } = await start(8);
  const checkId = randomUUID();
  app.alarmCheck.progress.on(({ done }) => {
    if (done > 3) app.alarmCheck.cancel(checkId);
  });
  const left = await app.alarmCheck.look({ id: 1, checkId });
  expect(left).toEqual({ ok: true, value: { ok: false, error: 'cancelled' } });
  app.alarmCheck.progress.on(({ done }) => void (done > 3 && recorder.stop()));
  const broken = await look(app);
  expect(broken.brokenOff).not.toBeNull();
  expect(broken.sources.length).toBeLessThan(8 * 4);
  expect(await letNotify(app, 'VMD-2', 'VMD-1')).toMatchObject({
    value: [{ outcome: 'unreachable' }, { outcome: 'unreachable' }],
  });
});
