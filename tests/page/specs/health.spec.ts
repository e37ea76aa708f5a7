import fs from 'node:fs';
import path from 'node:path';
import { seriousFaults } from '../../e2e/support/axe.ts';
import { GOOD_DISK } from '../../simulated-recorder/index.ts';
import { expect, test } from '../support/page-station.ts';

test.use({
  channels: 2,
  healthTimes: { gapMs: 100, spreadMs: 10, camerasMs: 100, disksMs: 200, loadMs: 200, timeMs: 200 },
});

test('what NVRs tell of themselves is in the one list of problems and in the health of each, by keyboard alone, and leaves as a table', async ({
  recorder,
  station,
}) => {
  const { page, wall, folder } = station;
  recorder.health.disks = [GOOD_DISK, { ...GOOD_DISK, id: 3, status: 'error' }];
  await station.addNvr(recorder, { maxChannels: 2, name: 'Gate' });
  const strip = page.getByTestId('site-strip');
  await expect(strip).toHaveText(/^Disk faults in 1 NVR since \d\d:\d\d · Gate$/);

  await wall.tile('Camera 01').focus();
  await page.keyboard.press('h');
  const panel = page.getByRole('complementary', { name: 'Problems and health' });
  const problems = panel.getByRole('region', { name: 'Problems' });
  await expect(problems.getByRole('listitem')).toHaveText([
    /^NVR “Gate”: disk 3 is broken since \d\d:\d\d.*have the disk replaced.*$/,
  ]);
  const facts = panel.getByRole('definition');
  await expect(facts.filter({ hasText: '2 connected' })).toBeVisible();
  await expect(facts.filter({ hasText: '3: broken' })).toBeVisible();
  await expect(facts.filter({ hasText: /last sign of life/ })).toBeVisible();
  await expect(facts.filter({ hasText: 'processor 38 %, memory 75 %' })).toBeVisible();
  expect(await seriousFaults(page)).toEqual([]);

  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(problems.getByRole('button', { name: 'Show the NVR' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(panel.locator('summary')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(facts.first()).toBeHidden();

  await panel.getByRole('button', { name: /^Save how NVRs/ }).click();
  await expect(page.getByText(/^3 rows saved: opus-nvr-health-.*csv$/)).toBeVisible();
  await panel.locator('summary').focus();
  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();
  await expect(wall.tile('Camera 01')).toBeFocused();

  await page.keyboard.press('h');
  await page.keyboard.press('e');
  await expect(panel).toBeHidden();
  const events = page.getByRole('complementary', { name: 'Events' });
  await expect(events.getByTestId('event-row').first()).toContainText('Disk error');
  await events.getByRole('button', { name: /^Save the events/ }).click();
  await expect(page.getByText(/saved: opus-nvr-events-.*csv$/)).toBeVisible();
  const tables = fs.readdirSync(folder).filter((name) => name.endsWith('.csv'));
  const read = (kind: string): string =>
    fs.readFileSync(path.join(folder, tables.find((name) => name.includes(kind)) ?? ''), 'utf8');
  expect(tables).toHaveLength(2);
  expect(read('health')).toMatch(
    /^\uFEFF"what","nvr",.*\r\n"nvr","Gate",.*"1 ok; 3 broken",38,75,/,
  );
  expect(read('events')).toMatch(/\r\n\d+,"alarm","disk-error","","Gate",,,"disk-3",,/);
});
