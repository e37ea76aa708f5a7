import { expect, it } from 'vitest';
import type { SiteChange } from '@contract/models/site-change.ts';
import { ADMIN } from '../../src-main/app/access/actors.ts';
import { MemorySecretStore } from '../../src-main/app/secrets/memory-secret-store.ts';
import { createHandlers } from '../../src-main/shell/ipc/handlers/index.ts';
import type { HandlerServices } from '../../src-main/shell/ipc/handlers/handler-services.ts';
import { filledIn, startApp } from '../support/app-under-test.ts';

const CHANNELS = 4;

/** An app with one NVR, and what a page is told and answered, in that order. */
async function site() {
  const app = await startApp({ secrets: new MemorySecretStore() });
  const { siteRows } = app;
  const told: SiteChange[] = [];
  siteRows.changed.on((change) => told.push(change));
  const handlers = createHandlers(app as unknown as HandlerServices);
  const entry = filledIn({ maxChannels: CHANNELS, rtspPort: 1, httpPort: 1 });
  const added = await handlers['nvr:add'](entry, ADMIN);
  if (!added.ok) throw new Error(added.error.code);
  const cameras = await app.nvrs.listCameras();
  return { handlers, told, cameras, nvrId: added.value.id };
}

it('every change is told before it is answered, with the rows that changed and no others', async () => {
  const { handlers, told, cameras, nvrId } = await site();
  const taken = () => told.splice(0);
  const [added, ...more] = taken();
  expect(more).toEqual([]);
  expect(added?.nvrs.upserted).toMatchObject([{ id: nvrId, login: { state: 'checking' } }]);
  expect(added?.cameras.upserted).toHaveLength(CHANNELS);

  const [first, second] = cameras.map(({ id }) => id) as [number, number];
  await handlers['camera:rename']({ names: [{ id: second, name: 'Yard' }] }, ADMIN);
  expect(taken()).toMatchObject([
    {
      nvrs: { upserted: [], removed: [] },
      cameras: { upserted: [{ id: second, name: 'Yard' }], removed: [] },
    },
  ]);

  await handlers['camera:set-enabled']({ ids: [first], isEnabled: true }, ADMIN);
  expect(taken(), 'it was enabled already').toEqual([]);

  await handlers['camera:remove']({ ids: [first] }, ADMIN);
  expect(taken()).toMatchObject([{ cameras: { removed: [first] } }]);

  const removed = await handlers['nvr:remove']({ id: nvrId }, ADMIN);
  expect(taken()).toMatchObject([
    {
      nvrs: { removed: [nvrId] },
      cameras: { removed: cameras.map(({ id }) => id).filter((id) => id !== first) },
    },
  ]);

  if (!removed.ok) throw new Error(removed.error.code);
  await handlers['undo:run']({ undoId: removed.value.undoId }, ADMIN);
  const [back] = taken();
  expect(back?.nvrs.upserted).toMatchObject([{ id: nvrId }]);
  expect(back?.cameras.upserted).toHaveLength(CHANNELS - 1);
});
