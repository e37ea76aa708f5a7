import { expect, it, onTestFinished } from 'vitest';
import { eventFilterSchema, type JournalRow } from '@contract/models/events/journal.ts';
import { type AppUnderTest, createApp, filledIn } from '../support/app-under-test.ts';
import { LockableSecretStore } from '../support/lockable-secret-store.ts';
import { PATIENT } from '../support/patience.ts';
import { SimulatedRecorder } from '../simulated-recorder/index.ts';

const PASSWORD = 'p@ss:w/rd #1%';
const HOUR_MS = 3_600_000;
const JPEG = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 0xff, 0xd9]);

async function simulate(): Promise<SimulatedRecorder> {
  const recorder = new SimulatedRecorder({ channels: 4, user: 'admin', password: PASSWORD });
  await recorder.start();
  onTestFinished(() => recorder.stop());
  return recorder;
}

/** A station that listens to these recorders. */
async function startStation(...recorders: SimulatedRecorder[]): Promise<AppUnderTest> {
  const app = await createApp({ secrets: new LockableSecretStore() });
  await app.group.start();
  for (const [index, { rtspPort, httpPort }] of recorders.entries()) {
    const name = `NVR ${index + 1}`;
    const added = await app.nvrs.add(
      filledIn({ name, rtspPort, httpPort, password: PASSWORD, maxChannels: 4 }),
    );
    expect(added).toMatchObject({ ok: true });
  }
  for (const each of recorders) await untilHeard(each);
  return app;
}

async function untilHeard({ events }: SimulatedRecorder): Promise<void> {
  await expect.poll(() => events.listeners, PATIENT).toBe(1);
}

/** The journal, the oldest first. */
function rows({ events }: AppUnderTest): JournalRow[] {
  const page = events.list({ filter: eventFilterSchema.parse({}), before: null, limit: 500 });
  return page.rows.toReversed();
}

async function untilRows(app: AppUnderTest, expected: Partial<JournalRow>[]): Promise<void> {
  await expect.poll(() => rows(app), PATIENT).toMatchObject(expected);
}

it('what a recorder repeats is one alarm with its picture, which its end closes and a restart keeps', async () => {
  const recorder = await simulate();
  const app = await startStation(recorder);
  const line = { type: 'linedetection', state: 'active', channel: 2, region: 1 } as const;
  await recorder.events.emit({ ...line, picture: JPEG });
  for (let each = 0; each < 2; each += 1) await recorder.events.emit(line);
  await untilRows(app, [
    { type: 'line-crossing', channel: 2, count: 3, severity: 'alarm', endedAtMs: null },
  ]);
  await expect.poll(() => rows(app)[0]?.hasPicture, PATIENT).toBe(true);
  const [alarm] = rows(app);
  expect(alarm).toMatchObject({ nvrName: 'NVR 1', cameraName: 'Camera 02', part: 'region-1' });
  expect(await app.events.picture(alarm?.id ?? 0)).toEqual(new Uint8Array(JPEG));
  expect(app.events.summary).toMatchObject({ unacknowledged: 1, highest: 'alarm' });

  await recorder.events.emit({ ...line, state: 'inactive' });
  await expect.poll(() => rows(app)[0]?.endedAtMs ?? null, PATIENT).not.toBeNull();
  expect(rows(app)[0]).toMatchObject({ isEndKnown: true, count: 3 });
  expect(app.events.acknowledge({ ids: [alarm?.id ?? 0] }, 'guard').ids).toHaveLength(1);
  const before = rows(app);
  await app.group.stop();

  const again = await createApp({ secrets: new LockableSecretStore(), userData: app.userData });
  await again.group.start();
  expect(rows(again)).toEqual(before);
});

it('what cannot be placed is shown as what it is, and no picture comes to the wrong event', async () => {
  const recorder = await simulate();
  const app = await startStation(recorder);
  await recorder.events.emit({ type: 'newKindOfEvent', state: 'active', channel: 77 });
  await recorder.events.emit({ type: 'diskerror', state: 'active', disk: 2 });
  await recorder.events.emit({ type: 'IO', state: 'active', input: 3 });
  await untilRows(app, [
    { type: 'other', deviceType: 'newkindofevent', part: 'channel-77', severity: 'log' },
    { type: 'disk-error', channel: null, part: 'disk-2', cameraId: null },
    { type: 'io', part: 'io-3' },
  ]);
  expect(rows(app).some(({ hasPicture }) => hasPicture)).toBe(false);
});

it('an alarm without a picture gets one from its recorder, unless that answers something else', async () => {
  const recorder = await simulate();
  recorder.snapshots
    .set(1, JPEG)
    .set(2, '<ResponseStatus><statusCode>6</statusCode></ResponseStatus>');
  recorder.snapshots.set(3, Buffer.concat([JPEG, Buffer.alloc(3 * 1024 * 1024)]));
  const app = await startStation(recorder);
  for (const channel of [3, 2, 1]) {
    await recorder.events.emit({ type: 'linedetection', state: 'active', channel });
  }
  await expect
    .poll(() => rows(app).map(({ hasPicture }) => hasPicture), PATIENT)
    .toEqual([false, false, true]);
  expect(await app.events.picture(rows(app)[2]?.id ?? 0)).toEqual(new Uint8Array(JPEG));
  const asked = Object.keys(recorder.counters.requests.http).filter((one) =>
    one.endsWith('/picture'),
  );
  expect(asked).toHaveLength(3);
});

it('a recorder that hangs up in the middle of an alarm: its silence is an alarm too, and what it tells later is history, in its place though its clock is seven hours fast', async () => {
  const recorder = await simulate();
  recorder.health.clock.aheadMs = 7 * HOUR_MS;
  const app = await startStation(recorder);
  await recorder.events.emit({ type: 'fielddetection', state: 'active', channel: 1 });
  await untilRows(app, [{ type: 'intrusion', endedAtMs: null }]);
  const port = recorder.httpPort;
  await recorder.stop();
  // Nobody heard its end; that it is not heard any more is known.
  await expect
    .poll(() => rows(app).map(({ type }) => type), { ...PATIENT, timeout: 90_000 })
    .toContain('recorder-lost');
  await expect
    .poll(() => rows(app).find(({ type }) => type === 'intrusion')?.endedAtMs ?? null, PATIENT)
    .not.toBeNull();
  expect(rows(app).find(({ type }) => type === 'intrusion')).toMatchObject({ isEndKnown: false });

  const missed = { type: 'linedetection', state: 'active', channel: 3 } as const;
  const happenedAtMs = Date.now() - HOUR_MS;
  const atMs = happenedAtMs + 7 * HOUR_MS;
  recorder.events.keepForNext([{ ...missed, atMs, isRetransmission: true }]);
  await recorder.start();
  expect(recorder.httpPort).toBe(port);
  const told = () => rows(app).find(({ type }) => type === 'line-crossing');
  await expect.poll(told, { ...PATIENT, timeout: 90_000 }).toMatchObject({ isHistory: true });
  expect(Math.abs((told()?.startedAtMs ?? 0) - happenedAtMs)).toBeLessThan(HOUR_MS / 10);
  await expect
    .poll(() => rows(app).find(({ type }) => type === 'recorder-lost')?.endedAtMs ?? null, PATIENT)
    .not.toBeNull();
});

it('thirty recorders at once lose nothing, though one of them sends bytes one by one', async () => {
  const recorders = await Promise.all(Array.from({ length: 30 }, () => simulate()));
  const app = await startStation(...recorders);
  const [first] = recorders;
  if (first) first.events.pieceBytes = 1;
  await Promise.all(
    recorders.flatMap(({ events }) =>
      [1, 2, 3, 4].map((channel) => events.emit({ type: 'VMD', state: 'active', channel })),
    ),
  );
  await expect.poll(() => rows(app).length, PATIENT).toBe(120);
  expect(new Set(rows(app).map(({ nvrId, channel }) => `${nvrId} ${channel}`)).size).toBe(120);
});
