import { expectMoving } from '../support/live.ts';
import { go2rtcProcesses } from '../support/processes.ts';
import { expect, test } from '../support/station.ts';

test('go2rtc killed: all visible tiles are live again, with one go2rtc', async ({
  recorder,
  station,
}) => {
  await station.addNvr(recorder);
  await expectMoving(station.wall, 16);
  const [before] = go2rtcProcesses(station.userData);
  expect(before).toBeDefined();

  process.kill(before?.pid ?? 0, 'SIGKILL');

  await expect
    .poll(() => go2rtcProcesses(station.userData).filter(({ pid }) => pid !== before?.pid).length)
    .toBe(1);
  await expectMoving(station.wall, 16);
  expect(go2rtcProcesses(station.userData)).toHaveLength(1);
  await expect.poll(() => recorder.sessions().length).toBe(16);
});
