import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { EVENT_CHANNELS, REQUEST_CHANNELS } from '@contract/ipc-contract.ts';

const FOLDER = path.resolve(import.meta.dirname, '../../../../src-preload/contract/domains');

it('joins what every domain defines, each name once', async () => {
  const tables: object[] = [];
  for (const file of readdirSync(FOLDER)) {
    const domain = (await import(path.join(FOLDER, file))) as Record<string, object>;
    tables.push(...Object.values(domain));
  }
  const names = tables.flatMap((table) => Object.keys(table));
  expect(names.sort()).toEqual([...REQUEST_CHANNELS, ...EVENT_CHANNELS].sort());
});
