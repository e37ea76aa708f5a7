import type { BrowserWindow } from 'electron';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { WallId } from '../../../../src-main/shell/windows/wall-ids.ts';
import {
  type WallClosing,
  WindowRegistry,
} from '../../../../src-main/shell/windows/window-registry.ts';

const { app } = await vi.hoisted(async () => {
  const events = await import('node:events');
  return { app: new events.EventEmitter() };
});
vi.mock('electron', () => ({ app }));

const RECORDINGS = 3;
const IDS: readonly WallId[] = ['wall-1', 'wall-2'];

interface Opened extends WallClosing {
  id: WallId;
  focus: () => void;
  restore: () => void;
  destroy: () => void;
}

let opened: Opened[];
let shown: string[];
let isMinimized: boolean;
let registry: WindowRegistry;

beforeEach(() => {
  opened = [];
  shown = [];
  isMinimized = false;
  registry = new WindowRegistry({
    ids: IDS,
    countRecordings: () => RECORDINGS,
    open: (id, closing) => {
      const calls = {
        focus: () => void shown.push(`focus ${id}`),
        restore: () => void shown.push(`restore ${id}`),
        destroy: vi.fn(),
        isMinimized: () => isMinimized,
      };
      opened.push({ id, ...closing, ...calls });
      return calls as unknown as BrowserWindow;
    },
  });
});
afterEach(() => registry.stop());

const wall = (id: WallId): Opened => {
  const found = opened.findLast((one) => one.id === id);
  if (found === undefined) throw new Error(`${id} is not open`);
  return found;
};

it('opens each wall once, in order', async () => {
  await registry.start();
  expect(opened.map(({ id }) => id)).toEqual(IDS);
});

it('recordings end with the last window only, also when two close in the same moment', async () => {
  await registry.start();
  expect(wall('wall-1').countRecordings()).toBe(0);
  wall('wall-1').onClosing();
  expect(wall('wall-2').countRecordings()).toBe(RECORDINGS);
});

it('a second launch shows all walls, the first one in front, and brings back what was closed', async () => {
  await registry.start();
  wall('wall-2').onClosing();
  isMinimized = true;
  app.emit('second-instance');
  expect(opened.map(({ id }) => id)).toEqual([...IDS, 'wall-2']);
  expect(shown).toEqual(['restore wall-1', 'focus wall-1']);
  expect(wall('wall-1').countRecordings()).toBe(0);
});

it('a second launch opens nothing in an app that is ending', async () => {
  await registry.start();
  for (const id of IDS) wall(id).onClosing();
  app.emit('second-instance');
  expect(opened).toHaveLength(IDS.length);
});

it('leaves no window and no listener behind', async () => {
  await registry.start();
  await registry.stop();
  for (const { destroy } of opened) expect(destroy).toHaveBeenCalledOnce();
  expect(app.listenerCount('second-instance')).toBe(0);
});
