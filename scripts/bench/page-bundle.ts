import path from 'node:path';
import { build } from 'vite';
import { ROOT } from '../setup/paths.mjs';

/** The global that the bundle makes in a page. */
const NAME = 'opusBench';

/** The code that looks at pictures from inside a page, as one script; the same one for everybody who is measured. */
export async function bundlePage(): Promise<string> {
  const output = await build({
    configFile: false,
    root: ROOT,
    logLevel: 'warn',
    build: {
      write: false,
      minify: false,
      lib: { entry: path.join(ROOT, 'scripts/bench/page/index.ts'), formats: ['iife'], name: NAME },
    },
  });
  const [chunk] = [output].flat().flatMap((bundle) => ('output' in bundle ? bundle.output : []));
  if (chunk?.type !== 'chunk') throw new Error('The page script was not built');
  return `${chunk.code}\nglobalThis.${NAME} = ${NAME};`;
}
