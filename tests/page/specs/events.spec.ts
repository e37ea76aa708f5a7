import type { EventRow } from '../../../src-main/app/events/journal/event-row.ts';
import { seriousFaults } from '../../e2e/support/axe.ts';
import { ask } from '../../e2e/support/ask.ts';
import { eventRow } from '../../support/event-row.ts';
import { fillJournal } from '../../support/fill-journal.ts';
import { expect, test, type PageStation } from '../support/page-station.ts';
import type { SimulatedRecorder } from '../../simulated-recorder/index.ts';

const OLDER_ROWS = 150;

test.use({ channels: 4 });

/** A station that was off for a moment, while it had alarms: two go on, one of them is only logged. */
async function startWithEvents(station: PageStation, recorder: SimulatedRecorder): Promise<void> {
  await station.addNvr(recorder, { maxChannels: 4 });
  const { value } = (await ask(station.page, 'camera:list')) as { value: { id: number }[] };
  const [gate, dock] = value.map(({ id }) => id);
  const now = Date.now();
  const of = (id: number, startedAtMs: number, more: Partial<EventRow>): EventRow =>
    eventRow({ id, startedAtMs, lastAtMs: now, ...more });
  await station.restart(async () => {
    const older = Array.from({ length: OLDER_ROWS }, (_, index) =>
      of(index + 1, now - 3_600_000 + index, {
        ...{ type: 'motion', severity: 'log', endedAtMs: now - 3_000_000 },
        cameraName: 'Older',
      }),
    );
    fillJournal(station.folder, [
      ...older,
      of(201, now - 40_000, { cameraId: gate ?? null, endedAtMs: now - 30_000 }),
      of(202, now - 20_000, { cameraId: gate ?? null, endedAtMs: null, type: 'tamper' }),
      of(203, now - 10_000, {
        ...{ cameraId: dock ?? null, channel: 2, cameraName: 'Dock', endedAtMs: null },
        ...{ type: 'motion', severity: 'log' },
      }),
    ]);
  });
}

test('alarms are marked on their tiles and in the bar, and are acknowledged and taken back by keyboard alone', async ({
  recorder,
  station,
}) => {
  const { page, wall } = station;
  await startWithEvents(station, recorder);
  const button = page.getByTestId('events-button');
  const marks = page.getByTestId('tile-alarm');
  const sound = page.getByTestId('alarm-sound');
  await expect(button).toHaveAccessibleName('Events, 2 alarms wait');
  await expect(marks).toHaveText(['Camera covered']);
  await expect(wall.tile('Camera 01')).toHaveAccessibleName(/Alarm: Camera covered$/);
  await expect(sound).toHaveAttribute('data-sounding', 'true');
  const width = async (): Promise<number | undefined> => (await button.boundingBox())?.width;
  const before = await width();

  await wall.tile('Camera 01').focus();
  await page.keyboard.press('e');
  const panel = page.getByRole('complementary', { name: 'Events' });
  const list = panel.getByRole('listbox');
  await expect(list).toBeFocused();
  const rows = panel.getByTestId('event-row');
  await expect(rows.nth(0)).toContainText('Log');
  await expect(rows.nth(1)).toContainText('Camera covered');
  await expect(rows.nth(1)).toContainText('goes on');
  const [wallBox, panelBox] = [
    await wall.page.getByTestId('wall').boundingBox(),
    await panel.boundingBox(),
  ];
  expect((wallBox?.x ?? 0) + (wallBox?.width ?? 0)).toBeLessThanOrEqual((panelBox?.x ?? 0) + 1);
  expect(await seriousFaults(page)).toEqual([]);

  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(rows.nth(1)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('a');
  await expect(button).toHaveAccessibleName('Events, 1 alarm waits');
  await page.keyboard.press('Control+z');
  await expect(button).toHaveAccessibleName('Events, 2 alarms wait');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Shift+A');
  await expect(button).toHaveAccessibleName('Events, 1 alarm waits');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(wall.tile('Camera 01')).toHaveAttribute('data-quality', 'main');
  await expect(list).toBeFocused();
  await page.keyboard.press('a');
  await expect(button).toHaveAccessibleName('Events, no alarm waits');
  await expect(sound).toHaveAttribute('data-sounding', 'false');
  // It goes on all the same, and that somebody saw it has not ended it.
  await expect(marks.first()).toHaveText('Camera covered');
  expect(await width()).toBe(before);

  await page.keyboard.press('n');
  await page.getByLabel('Note', { exact: true }).fill('A bird');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(panel.getByText('A bird')).toBeVisible();
  await list.focus();
  await page.keyboard.press('Escape');
  await expect(panel).toHaveCount(0);
  await expect(wall.tile('Camera 01')).toBeFocused();
});

test('the list is narrowed, goes on to its oldest row, and takes in what happens now', async ({
  recorder,
  station,
}) => {
  const { page } = station;
  await startWithEvents(station, recorder);
  await page.getByTestId('events-button').click();
  const panel = page.getByRole('complementary', { name: 'Events' });
  const rows = panel.getByTestId('event-row');
  const rowHeight = async () => (await rows.first().boundingBox())?.height;
  const usual = (await rowHeight()) ?? 0;
  const window = page.viewportSize();
  await page.setViewportSize({ width: 3840, height: 2160 });
  await expect.poll(rowHeight).toBeCloseTo(2 * usual);
  await page.setViewportSize(window ?? { width: 1280, height: 720 });

  await panel.getByRole('checkbox', { name: 'Not acknowledged' }).check();
  await expect(rows).toHaveCount(2);
  await panel.getByRole('checkbox', { name: 'Going on' }).check();
  await expect(rows).toHaveCount(1);
  await panel.getByLabel('Type').selectOption('Motion');
  await expect(panel.getByText('No events match')).toBeVisible();
  await panel.getByLabel('Type').selectOption('All types');
  await panel.getByRole('checkbox', { name: 'Not acknowledged' }).uncheck();
  await panel.getByRole('checkbox', { name: 'Going on' }).uncheck();

  await panel.getByRole('listbox').focus();
  await expect(rows.first()).toContainText('Dock');
  await expect(async () => {
    await page.keyboard.press('End');
    await expect(panel.locator('[data-event-id="1"]')).toBeVisible({ timeout: 1_000 });
  }).toPass();

  await page.keyboard.press('Home');
  await recorder.stop();
  await expect(rows.first()).toContainText('NVR lost');
  await expect(page.getByTestId('events-button')).toHaveAccessibleName('Events, 3 alarms wait');
  await panel.getByRole('button', { name: 'Alarm sound on' }).click();
  await page.getByRole('button', { name: 'For 15 minutes' }).click();
  await expect(panel.getByRole('button', { name: /^Muted until \d\d:\d\d$/ })).toBeVisible();
  await expect(page.getByTestId('alarm-sound')).toHaveAttribute('data-sounding', 'false');
});
