import path from 'node:path';
import { build, type Rolldown } from 'vite';
import { readCommandLine } from './setup/command-line.mjs';
import { ROOT } from './setup/paths.mjs';
import { fail } from './setup/step.mjs';

const USAGE = `
usage: npm run build -- [--quiet]

Bundles main, preload and renderer into dist/.
  --quiet  says nothing when all went well
`;
const WORLDS = ['src-main', 'src-preload', 'src-renderer'];

/**
 * Bundles the three worlds into dist/, which is all that runs and all that is packaged. Answers with the ids of all modules
 * that went into it.
 */
export async function buildApp({ isQuiet = false } = {}): Promise<Set<string>> {
  const startedAt = performance.now();
  const moduleIds = new Set<string>();
  for (const world of WORLDS) {
    const built = await build({
      configFile: path.join(ROOT, world, 'vite.config.ts'),
      logLevel: 'warn',
    });
    for (const id of modulesOf(built)) moduleIds.add(id);
  }
  const seconds = ((performance.now() - startedAt) / 1_000).toFixed(1);
  if (!isQuiet) console.log(`built dist/ in ${seconds} s`);
  return moduleIds;
}

function modulesOf(built: Awaited<ReturnType<typeof build>>): string[] {
  const outputs: Rolldown.RolldownOutput[] = [];
  if (Array.isArray(built)) outputs.push(...built);
  else if ('output' in built) outputs.push(built);
  const files = outputs.flatMap(({ output }) => output);
  return files.flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []));
}

async function main(): Promise<void> {
  const { values } = readCommandLine(USAGE, { options: { quiet: { type: 'boolean' } } });
  await buildApp({ isQuiet: values.quiet ?? false });
}

if (import.meta.main) await main().catch(fail);
