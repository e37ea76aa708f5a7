import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { expect, it, vi } from 'vitest';
import { DEFAULT_VIEW } from '@contract/models/view.ts';
import { Preferences } from '../../src-main/shell/preferences.ts';
import { recordLog } from '../support/recorded-log.ts';
import { fill, smallDisk } from '../support/small-disk.ts';

vi.mock('electron', () => ({ default: {} }));

it('a full disk takes no new preferences, keeps the former ones and disturbs nobody', async ({
  skip,
}) => {
  const disk = await smallDisk();
  if (disk === null) return skip('a small disk cannot be mounted here: it takes root on Linux');
  const { log, lines } = recordLog();
  const open = () => new Preferences(disk, log);
  const keep = async (page: number) => {
    const preferences = open();
    preferences.wall('wall-1').view = { ...DEFAULT_VIEW, page };
    await expect(preferences.stop()).resolves.toBeUndefined();
  };
  await keep(3);
  fill(path.join(disk, 'filler'));
  await keep(7);
  expect(open().wall('wall-1').view.page).toBe(3);
  await expect.poll(() => readdirSync(disk).toSorted()).toEqual(['filler', 'preferences.json']);
  rmSync(path.join(disk, 'filler'));
  await keep(7);
  expect(open().wall('wall-1').view.page).toBe(7);
  expect(lines).toEqual([]);
});
