import { importEntriesFor } from '../pages/add-nvr-form.ts';
import { seriousFaults } from '../support/axe.ts';
import { expectMoving } from '../support/live.ts';
import { expect, PASSWORD, test } from '../support/station.ts';

test('a recorder added through the form is live on all 16 tiles @smoke', async ({
  recorder,
  station,
}) => {
  const { wall, addNvrForm } = station;
  await expect(station.app.page.getByRole('heading', { name: 'No cameras yet' })).toBeVisible();

  await addNvrForm.connect(importEntriesFor(recorder, PASSWORD));
  await addNvrForm.addCameras.click();

  await expect(addNvrForm.dialog).toBeHidden();
  await expect(wall.tiles).toHaveCount(16);
  await expectMoving(wall, 16);
  await expect(wall.summary).toHaveText('16 live');
  expect(await seriousFaults(station.app.page)).toEqual([]);
  expect(recorder.sessions().map((session) => session.stream)).toEqual(Array(16).fill('sub'));
  expect(recorder.counters.failedLogins).toEqual({ rtsp: 0, http: 0 });
});
