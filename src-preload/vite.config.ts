import path from 'node:path';
import { defineConfig } from 'vite';

/** The preload: one CommonJS file, because a sandboxed preload can load nothing else. */
export default defineConfig({
  root: import.meta.dirname,
  resolve: { alias: { '@contract': path.resolve(import.meta.dirname, 'contract') } },
  ssr: { noExternal: true },
  build: {
    ssr: 'index.ts',
    outDir: '../dist/preload',
    emptyOutDir: true,
    target: 'chrome130',
    sourcemap: true,
    rolldownOptions: {
      external: ['electron'],
      output: { format: 'cjs', entryFileNames: 'index.cjs' },
    },
  },
});
