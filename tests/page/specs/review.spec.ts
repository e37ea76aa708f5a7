import fs from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { seriousFaults } from '../../e2e/support/axe.ts';
import { expect, test } from '../support/page-station.ts';

test.use({ channels: 2, healthTimes: { gapMs: 50, spreadMs: 1 } });

const MINUTE_MS = 60_000;
const ALARM = [255, 210, 63] as const;
const RECORDED = [143, 111, 208] as const;

/** Whether the recorded picture changes. */
async function isMoving(page: Page): Promise<boolean> {
  const look = () =>
    page
      .getByTestId('review-picture')
      .evaluate((canvas) => (canvas as HTMLCanvasElement).toDataURL().length.toString());
  const looks = new Set<string>();
  await expect(async () => {
    looks.add(await look());
    expect(looks.size).toBeGreaterThan(2);
  }).toPass();
  return true;
}

/** How much of the time bar has this colour. */
function pixelsOf(page: Page, colour: readonly [number, number, number]): Promise<number> {
  return page.getByTestId('time-bar').evaluate((element, [red, green, blue]) => {
    const canvas = element as HTMLCanvasElement;
    const { width, height } = canvas;
    const pixels = canvas.getContext('2d')?.getImageData(0, 0, width, height).data ?? [];
    let found = 0;
    for (let at = 0; at < pixels.length; at += 4) {
      const isMeant = pixels[at] === red && pixels[at + 1] === green && pixels[at + 2] === blue;
      if (isMeant) found += 1;
    }
    return found;
  }, colour);
}

/** How long ago the picture was recorded that is shown, in minutes. */
async function minutesAgo(page: Page): Promise<number> {
  const shown = (await page.getByTestId('review-time').textContent()) ?? '';
  const [hours = 0, minutes = 0, seconds = 0] = shown.slice(-8).split(':').map(Number);
  const now = new Date();
  const nowS = (now.getHours() * 60 + now.getMinutes()) * 60 + now.getSeconds();
  const agoS = (nowS - ((hours * 60 + minutes) * 60 + seconds) + 86_400) % 86_400;
  return agoS / 60;
}

test('what a camera saw is looked at by keyboard: from half a minute ago, from a time that is typed, standing, and live again', async ({
  recorder,
  station,
}) => {
  const { page, wall, folder } = station;
  await station.addNvr(recorder, { maxChannels: 2 });
  await expect(wall.inState('live')).toHaveCount(2);
  const review = page.getByTestId('review');

  await wall.tile('Camera 02').focus();
  await page.keyboard.press('p');
  await expect(review).toHaveAccessibleName('Recording of Camera 02');
  await expect(review.getByText('Recorded')).toBeVisible();
  await expect(review.getByRole('status')).toBeHidden();
  expect(await isMoving(page)).toBe(true);
  expect(await minutesAgo(page)).toBeGreaterThan(0.2);
  expect(await seriousFaults(page)).toEqual([]);

  await page.keyboard.press('g');
  await page.keyboard.type('soon');
  await page.keyboard.press('Enter');
  await expect(review.getByRole('alert')).toHaveText(/^Write a time such as 14:03/);
  await page.keyboard.press('Control+a');
  await page.keyboard.type('-10m');
  await page.keyboard.press('Enter');
  await expect.poll(() => minutesAgo(page)).toBeGreaterThan(9);
  await page.keyboard.press('Shift+ArrowLeft');
  await expect.poll(() => minutesAgo(page)).toBeGreaterThan(10.5);
  expect(await isMoving(page)).toBe(true);

  // Standing still also where the picture that was asked for has not come yet.
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press(' ');
  await expect(page.getByTestId('review-picture')).toHaveAttribute('data-picture', 'asked');
  await expect(review.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
  await expect.poll(() => recorder.recordings.playing.size).toBe(0);
  await page.keyboard.press('s');
  await expect(page.getByText('Camera 02: Recorded picture saved as')).toBeVisible();
  const [picture = ''] = fs.readdirSync(path.join(folder, 'pictures', 'Opus NVR'));
  expect(picture).toMatch(/^Camera 02 \d{4}-\d\d-\d\d \d\d-\d\d-\d\d recorded\.png$/);

  expect(recorder.recordings.opened).toBe(1);
  await page.keyboard.press('Escape');
  await expect(review).toBeHidden();
  await expect(wall.tile('Camera 01')).toBeVisible();
  await expect(wall.tile('Camera 02')).toBeFocused();
});

test('an alarm is replayed from before it began, is a mark on the time bar beside what was recorded, and a click there leads to another moment', async ({
  recorder,
  station,
}) => {
  const { page, wall } = station;
  await station.addNvr(recorder, { maxChannels: 2 });
  await expect(wall.inState('live')).toHaveCount(2);
  const row = page.getByTestId('event-row').first();
  await page.keyboard.press('e');
  await expect(async () => {
    await recorder.events.emit({ type: 'linedetection', state: 'inactive', channel: 2 });
    await recorder.events.emit({ type: 'linedetection', state: 'active', channel: 2 });
    await expect(row).toContainText('Line crossed', { timeout: 2_000 });
  }).toPass();

  await row.click();
  await page.keyboard.press('p');
  const review = page.getByTestId('review');
  await expect(review).toHaveAccessibleName('Recording of Camera 02');
  expect(await isMoving(page)).toBe(true);
  const bar = review.getByTestId('time-bar');
  await expect.poll(() => pixelsOf(page, ALARM)).toBeGreaterThan(0);
  await expect.poll(() => pixelsOf(page, RECORDED)).toBeGreaterThan(0);
  const before = Number(await bar.getAttribute('aria-valuenow'));
  const { width = 0 } = (await bar.boundingBox()) ?? {};
  await bar.click({ position: { x: width / 4, y: 20 } });
  await expect
    .poll(async () => before - Number(await bar.getAttribute('aria-valuenow')))
    .toBeGreaterThan(30 * MINUTE_MS);
  expect(await isMoving(page)).toBe(true);

  await review.getByRole('button', { name: 'Live' }).click();
  await expect(review).toBeHidden();
});

test('who plays more recordings than the NVR bears is told, and so is who looks where nothing was recorded', async ({
  recorder,
  station,
}) => {
  const { page, wall } = station;
  recorder.recordings.limit = 0;
  await station.addNvr(recorder, { maxChannels: 2 });
  await expect(wall.inState('live')).toHaveCount(2);
  await wall.tile('Camera 01').focus();
  await page.keyboard.press('p');
  const words = page.getByTestId('review').getByRole('status');
  await expect(words).toContainText('The NVR plays no more recordings at once.');

  recorder.recordings.limit = 4;
  await page.keyboard.press('ArrowLeft');
  const picture = page.getByTestId('review-picture');
  await expect(picture).toHaveAttribute('data-picture', 'asked');
  recorder.recordings.sinceMs = Date.now() + MINUTE_MS;
  await page.keyboard.press('ArrowLeft');
  await expect(words).toContainText('Nothing was recorded from here on.');
  // Not the picture of another moment.
  await expect(picture).toBeHidden();
});
