import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DEFAULT_VIEW } from '@contract/models/view.ts';
import { Preferences } from '../../../../src-main/shell/preferences.ts';
import { recordLog, type RecordedLog } from '../../../support/recorded-log.ts';

vi.mock('electron', () => ({ default: {} }));

const UNSET = { bounds: null, isMaximized: false, isFullScreen: false };
const LEFT = {
  ...{ bounds: { x: -1600, y: 20, width: 1600, height: 940 } },
  ...{ isMaximized: true, isFullScreen: false },
};

let folder: string;
let file: string;
let recorded: RecordedLog;
beforeEach(() => {
  vi.useFakeTimers();
  recorded = recordLog();
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'opus-test-'));
  file = path.join(folder, 'preferences.json');
});
afterEach(() => {
  vi.useRealTimers();
  fs.rmSync(folder, { recursive: true, force: true });
});

const open = () => new Preferences(folder, recorded.log);
const asides = () => fs.readdirSync(folder).filter((name) => name.includes('.aside-'));
/** The only wall that most stations have. */
const wall = (preferences = open()) => preferences.wall('wall-1');
const stored = () => {
  const { walls } = JSON.parse(fs.readFileSync(file, 'utf8')) as {
    walls: { 'wall-1': { view: { page: number } } };
  };
  return walls['wall-1'];
};

it('a page that is turned waits for no disk: the view is written once, when it has stayed', () => {
  const preferences = open();
  for (let page = 1; page <= 20; page += 1) {
    wall(preferences).view = { ...DEFAULT_VIEW, page };
    vi.advanceTimersByTime(200);
  }
  expect(fs.readdirSync(folder)).toEqual([]);
  expect(wall(preferences).view.page).toBe(20);
  vi.advanceTimersByTime(3_000);
  expect(stored().view.page).toBe(20);
  expect(wall().view.page).toBe(20);
});

it('is written at the end of the app, once, for this user alone', async () => {
  const preferences = open();
  wall(preferences).view = { ...DEFAULT_VIEW, page: 7 };
  await preferences.stop();
  expect(fs.readdirSync(folder)).toEqual(['preferences.json']);
  expect(fs.statSync(file).mode & 0o777).toBe(0o600);
  fs.rmSync(file);
  await preferences.stop();
  expect(fs.readdirSync(folder)).toEqual([]);
  expect(vi.getTimerCount()).toBe(0);
});

it('a window comes back as it was left, beside the view', async () => {
  const preferences = open();
  wall(preferences).view = { ...DEFAULT_VIEW, page: 7 };
  wall(preferences).window = LEFT;
  await preferences.stop();
  expect(wall()).toMatchObject({ window: LEFT, view: { page: 7 } });
  expect(recorded.lines).toEqual([]);
});

it('what a power cut left of a write goes at the next start', () => {
  const part = `${file}.tmp-1764558195a1b2c3`;
  fs.writeFileSync(part, '{"view":');
  open();
  expect(fs.existsSync(part)).toBe(false);
});

it('each wall comes back on its own, and one that is not opened this time is not forgotten', async () => {
  const preferences = open();
  preferences.wall('wall-1').view = { ...DEFAULT_VIEW, page: 1 };
  preferences.wall('wall-2').view = { ...DEFAULT_VIEW, page: 2 };
  preferences.wall('wall-2').window = LEFT;
  await preferences.stop();
  const alone = open();
  wall(alone).view = { ...DEFAULT_VIEW, page: 3 };
  await alone.stop();
  const later = open();
  expect(later.wall('wall-1')).toMatchObject({ window: UNSET, view: { page: 3 } });
  expect(later.wall('wall-2')).toMatchObject({ window: LEFT, view: { page: 2 } });
  expect(later.wall('wall-3')).toMatchObject({ window: UNSET, view: DEFAULT_VIEW });
});

it('what a version with one window has stored is the first wall’s', () => {
  fs.writeFileSync(file, JSON.stringify({ view: { gridSide: 2, page: 7 }, window: LEFT }));
  const preferences = open();
  expect(wall(preferences)).toMatchObject({ window: LEFT, view: { gridSide: 2, page: 7 } });
  expect(preferences.wall('wall-2')).toMatchObject({ window: UNSET, view: DEFAULT_VIEW });
});

it.each([[], null, 'two', { 'wall-1': 7, 'wall-2': { view: { page: -1 } }, 'wall-99': {} }])(
  'walls of %j, which no app has written, count as never set',
  (walls) => {
    fs.writeFileSync(file, JSON.stringify({ walls }));
    const preferences = open();
    for (const id of ['wall-1', 'wall-2'] as const)
      expect(preferences.wall(id)).toMatchObject({ window: UNSET, view: DEFAULT_VIEW });
  },
);

it.each([
  null,
  'maximized',
  { bounds: { x: 0, y: 0, width: 1e12, height: 900 }, isMaximized: false, isFullScreen: false },
  { bounds: { x: 0, y: 0, width: 900.5, height: 900 }, isMaximized: false, isFullScreen: false },
  { bounds: { x: '0', y: 0, width: 1, height: 1 }, isMaximized: false, isFullScreen: false },
  { bounds: [], isMaximized: false, isFullScreen: false },
  { bounds: null, isMaximized: 'yes', isFullScreen: {} },
])('a window state of %j, which no app has written, counts as never set', (window) => {
  fs.writeFileSync(file, JSON.stringify({ walls: { 'wall-1': { window } } }));
  expect(wall().window).toEqual(UNSET);
});

describe.skipIf(process.platform === 'win32')('in the place of the file', () => {
  const elsewhere = () => path.join(folder, 'elsewhere.json');

  it.each<[string, () => void]>([
    ['a pipe', () => void execFileSync('mkfifo', [file])],
    ['a folder that is empty', () => fs.mkdirSync(file)],
    ['a folder', () => fs.mkdirSync(path.join(file, 'inside'), { recursive: true })],
    ['50 MB of list', () => fs.writeFileSync(file, `[${'0,'.repeat(25 * 1024 * 1024)}0]`)],
    ['a list', () => fs.writeFileSync(file, '[1]')],
    ['null bytes', () => fs.writeFileSync(file, Buffer.alloc(4_096))],
    ['the start of a file', () => fs.writeFileSync(file, '{"view":')],
    ['a link to a pipe', () => linkTo('mkfifo')],
    ['a link to a device', () => fs.symlinkSync('/dev/zero', file)],
    ['a link that leads nowhere', () => fs.symlinkSync(elsewhere(), file)],
  ])('%s counts as never set, is moved aside, said, and replaced', (_what, put) => {
    put();
    const before = fs.lstatSync(file);
    expect(wall()).toMatchObject({ view: DEFAULT_VIEW, window: UNSET });
    const [aside = ''] = asides();
    expect(fs.lstatSync(path.join(folder, aside)).ino).toBe(before.ino);
    expect(recorded.lines.join()).toMatch(`moved aside { file: '${path.join(folder, aside)}' }`);
    wall().window = LEFT;
    expect(wall().window).toEqual(LEFT);
    expect(fs.lstatSync(file).isFile()).toBe(true);
    expect(asides()).toHaveLength(1);
  });

  it('a pipe that comes while the app runs is not waited for either', async () => {
    const preferences = open();
    wall(preferences).window = LEFT;
    fs.rmSync(file);
    execFileSync('mkfifo', [file]);
    wall(preferences).view = { ...DEFAULT_VIEW, page: 7 };
    await preferences.stop();
    expect(stored().view.page).toBe(7);
    expect(asides()).toHaveLength(1);
  });

  it('a link to another file is moved aside, and the other file is left as it was', () => {
    fs.writeFileSync(elsewhere(), '{"mine":1}');
    fs.symlinkSync(elsewhere(), file);
    wall().window = LEFT;
    expect(fs.readFileSync(elsewhere(), 'utf8')).toBe('{"mine":1}');
    expect(fs.statSync(file).mode & 0o777).toBe(0o600);
  });

  it('a file in the place of the folder disturbs nobody', async () => {
    const preferences = open();
    fs.rmSync(folder, { recursive: true });
    fs.writeFileSync(folder, '');
    wall(preferences).view = { ...DEFAULT_VIEW, page: 7 };
    await expect(preferences.stop()).resolves.toBeUndefined();
    expect(wall()).toMatchObject({ view: DEFAULT_VIEW, window: UNSET });
  });

  function linkTo(command: string): void {
    execFileSync(command, [elsewhere()]);
    fs.symlinkSync(elsewhere(), file);
  }
});
