import { beforeEach, expect, it, vi } from 'vitest';
import type { Camera } from '@contract/models/camera.ts';
import type { NvrWithLogin } from '@contract/models/nvr.ts';
import type { SiteChange } from '@contract/models/site-change.ts';
import type * as SiteStore from '../../../../src-renderer/store/site-store.ts';
import { ok } from '@contract/result.ts';

const nvr = (id: number, more: Partial<NvrWithLogin> = {}) =>
  ({
    id,
    name: `NVR ${id}`,
    isEnabled: true,
    login: { state: 'checking' },
    ...more,
  }) as NvrWithLogin;
const camera = (id: number, position: number, more: Partial<Camera> = {}) =>
  ({ id, nvrId: 1, position, name: `Camera ${id}`, isEnabled: true, ...more }) as Camera;
const NOTHING: SiteChange = {
  nvrs: { upserted: [], removed: [] },
  cameras: { upserted: [], removed: [] },
};

let store: typeof SiteStore;
let answerOf: Record<string, (answer: unknown) => void>;

beforeEach(async () => {
  answerOf = {};
  const request = (channel: string) =>
    new Promise((resolve) => {
      answerOf[channel] = resolve;
    });
  vi.stubGlobal('window', { opus: { request } });
  vi.resetModules();
  store = await import('../../../../src-renderer/store/site-store.ts');
});

/** What main knew when it answered. */
function answer(nvrs: NvrWithLogin[], cameras: Camera[]): void {
  answerOf['nvr:list']?.(ok(nvrs));
  answerOf['camera:list']?.(ok(cameras));
}

async function listed(nvrs: NvrWithLogin[], cameras: Camera[]): Promise<void> {
  const listing = store.loadSite();
  answer(nvrs, cameras);
  await listing;
}

const names = () => store.currentWallCameras().map(({ name }) => name);

it('applies what changed, keeps every other row as it is, and the order of the wall', async () => {
  await listed([nvr(1), nvr(2)], [camera(1, 1), camera(2, 2), camera(3, 3, { nvrId: 2 })]);
  const [, second] = store.currentCameras();
  store.applySiteChange({
    ...NOTHING,
    cameras: { upserted: [camera(1, 9, { name: 'Yard' }), camera(4, 4)], removed: [3] },
  });
  expect(names()).toEqual(['Camera 2', 'Camera 4', 'Yard']);
  expect(store.currentCameras()[0]).toBe(second);

  store.applySiteChange({ ...NOTHING, nvrs: { upserted: [], removed: [1] } });
  expect(names()).toEqual([]);
});

it('a change that is told while rows are listed is not overwritten by the answer, which may be older', async () => {
  const listing = store.loadSite();
  store.applySiteChange({
    nvrs: { upserted: [nvr(2)], removed: [] },
    cameras: { upserted: [camera(1, 1, { name: 'Gate' }), camera(5, 5)], removed: [2] },
  });
  answer([nvr(1)], [camera(1, 1), camera(2, 2)]);
  await listing;
  expect(names()).toEqual(['Gate', 'Camera 5']);
});
