import path from 'node:path';
import { build } from 'vite';
import { ROOT } from './setup/paths.mjs';

const WORLDS = ['src-main', 'src-preload', 'src-renderer'];

/** Bundles the three worlds into dist/, which is all that runs and all that is packaged. */
export async function buildApp({ isQuiet = false } = {}): Promise<void> {
  const startedAt = performance.now();
  for (const world of WORLDS) {
    await build({
      configFile: path.join(ROOT, world, 'vite.config.ts'),
      logLevel: 'warn',
    });
  }
  const seconds = ((performance.now() - startedAt) / 1_000).toFixed(1);
  if (!isQuiet) console.log(`built dist/ in ${seconds} s`);
}

if (import.meta.main) await buildApp({ isQuiet: process.argv.includes('--quiet') });
