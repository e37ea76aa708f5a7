import path from 'node:path';
import { defineConfig } from 'vitest/config';

const root = path.resolve(import.meta.dirname, '..');
const resolve = { alias: { '@contract': path.join(root, 'src-preload/contract') } };
/** These tests run in Node: what imports Electron goes through Vitest, so that a test can say that there is none. */
const withoutElectron = { deps: { inline: ['electron-store'] } };

/** `unit` is pure logic and needs nothing; `integration` runs main's services against real parts; `package` installs a deb. */
export default defineConfig({
  test: {
    projects: [
      {
        resolve,
        root,
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.ts', 'tests/field/**/*.test.ts'],
          // Deriving a key from a passphrase takes 128 MiB and its time, on a busy machine a multiple of the usual 5 s.
          testTimeout: 30_000,
          server: withoutElectron,
        },
      },
      {
        resolve,
        root,
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          // A busy machine makes real parts late; what needed it is named at the end of `npm test`.
          retry: 1,
          // They wait more than they work; each file has folders, ports and passwords of its own.
          maxWorkers: 3,
          server: withoutElectron,
        },
      },
      {
        resolve,
        root,
        test: {
          name: 'package',
          include: ['tests/package/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 180_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
