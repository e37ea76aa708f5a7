import { execFile } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import layers, { MAIN_ROOMS, PAGE_ROOMS } from '../../scripts/layers.config.mjs';
import { tempFolder } from '../support/temp-folder.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const CONFIG = path.join(ROOT, 'scripts/layers.config.mjs');
const CRUISER = path.join(ROOT, 'node_modules/.bin/depcruise');

/** One import of a house, and the rule that forbids it; null: it is allowed. */
type Import = [from: string, to: string, rule: string | null];

/** Every room of a table against every other one. */
function allArrows(world: string, rooms: Record<string, string[]>): Import[] {
  const names = Object.keys(rooms);
  return names.flatMap((from) =>
    names
      .filter((to) => to !== from)
      .map((to): Import => {
        const isAllowed = rooms[from]?.includes(to);
        const file = `${world}/${from}/to-${to.replaceAll('/', '-')}.ts`;
        const target = `${world}/${to}/${to === 'player' ? 'player-types' : 'index'}.ts`;
        return [file, target, isAllowed ? null : `${from}-imports`];
      }),
  );
}

const ONE_OF_EACH: Import[] = [
  // A circle is told once, from where it was entered.
  ['src-main/app/recorders/one.ts', 'src-main/app/recorders/two.ts', 'no-cycles'],
  ['src-main/app/recorders/two.ts', 'src-main/app/recorders/one.ts', null],
  ['src-main/app/attic/room.ts', 'src-main/app/db/index.ts', 'main-rooms-are-listed'],
  ['src-renderer/features/attic/room.ts', 'src-renderer/ui/index.ts', 'page-rooms-are-listed'],
  ['src-preload/contract/up.ts', 'src-preload/bridge.ts', 'contract-stands-alone'],
  ['src-preload/contract/react.ts', 'react', 'contract-stands-alone'],
  ['src-preload/contract/zod.ts', 'zod', null],
  ['src-renderer/ui/main.ts', 'src-main/app/db/index.ts', 'worlds-meet-in-the-contract'],
  ['src-main/app/db/page.ts', 'src-renderer/model/index.ts', 'worlds-meet-in-the-contract'],
  ['src-main/shell/bridge.ts', 'src-preload/bridge.ts', 'worlds-meet-in-the-contract'],
  ['src-main/shell/contract.ts', 'src-preload/contract/leaf.ts', null],
  ['src-main/app/db/electron.ts', 'electron', 'app-without-electron'],
  ['src-main/app/db/shell.ts', 'src-main/shell/leaf.ts', 'app-without-electron'],
  ['src-main/shell/electron.ts', 'electron', null],
  ['src-main/app/domain/file.ts', 'node:fs', 'domain-is-pure'],
  ['src-main/app/domain/key.ts', 'node:crypto', null],
  ['src-renderer/ui/electron.ts', 'electron', 'page-without-node'],
  ['src-renderer/features/wall/file.ts', 'node:fs', 'page-without-node'],
  ['src-renderer/player/react.ts', 'react', 'page-logic-without-packages'],
  ['src-renderer/model/zustand.ts', 'zustand', 'page-logic-without-packages'],
  ['src-renderer/ui/react.ts', 'react', null],
  ['src-renderer/store/pool.ts', 'src-renderer/player/pool.ts', 'store-knows-states-only'],
  ['src-renderer/App.ts', 'src-renderer/features/wall/Wall.ts', 'features-by-index'],
  ['src-renderer/features/shell/bar.ts', 'src-renderer/features/wall/Wall.ts', 'features-by-index'],
  ['src-renderer/features/wall/own.ts', 'src-renderer/features/wall/Wall.ts', null],
];

const HOUSE = [
  ...allArrows('src-main/app', MAIN_ROOMS),
  ...allArrows('src-renderer', PAGE_ROOMS),
  ...ONE_OF_EACH,
];

it('finds each forbidden import, by its rule, and nothing else', async () => {
  const folder = await tempFolder();
  fs.symlinkSync(path.join(ROOT, 'node_modules'), path.join(folder, 'node_modules'));
  for (const [from, to] of HOUSE) build(folder, from, to);

  const broken = await breaches(folder);

  const expected = HOUSE.flatMap(([from, , rule]) => (rule === null ? [] : [`${rule}: ${from}`]));
  expect(broken.filter((each) => !expected.includes(each))).toEqual([]);
  expect(expected.filter((each) => !broken.includes(each))).toEqual([]);
});

it('has an example of each rule', () => {
  const shown = new Set(HOUSE.map(([, , rule]) => rule));
  const names = layers.forbidden.map(({ name }) => name);
  expect(names.filter((name) => !shown.has(name))).toEqual([]);
});

it.each([MAIN_ROOMS, PAGE_ROOMS])('lets no two rooms need each other', (rooms) => {
  const names = Object.keys(rooms);
  const upward = names.flatMap((room, index) =>
    (rooms[room] ?? []).filter((other) => !names.slice(0, index).includes(other)),
  );
  expect(upward).toEqual([]);
});

/** Writes a file that imports another one as a type, and the other one, empty, where nothing has written it yet. */
function build(folder: string, from: string, to: string): void {
  const isPackage = !to.startsWith('src-');
  const specifier = isPackage ? to : `./${path.posix.relative(path.posix.dirname(from), to)}`;
  const file = path.join(folder, from);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, `import type {} from '${specifier}';\n`);
  const target = path.join(folder, to);
  if (isPackage || fs.existsSync(target)) return;
  fs.mkdirSync(path.dirname(target), { recursive: true });
  fs.writeFileSync(target, 'export {};\n');
}

/** What the linter's own command says of a house: "rule: file" of each breach. */
async function breaches(folder: string): Promise<string[]> {
  const command = [CRUISER, '--config', CONFIG, '--output-type', 'json'];
  const worlds = ['src-main', 'src-preload', 'src-renderer'];
  const { stdout } = await promisify(execFile)(process.execPath, [...command, ...worlds], {
    cwd: folder,
    maxBuffer: 64 * 1024 * 1024,
  }).catch((error: unknown) => error as { stdout: string });
  const { summary } = JSON.parse(stdout) as {
    summary: { violations: { rule: { name: string }; from: string }[] };
  };
  return summary.violations.map(({ rule, from }) => `${rule.name}: ${from}`);
}
