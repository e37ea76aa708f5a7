import { builtinModules } from 'node:module';
import path from 'node:path';
import { defineConfig } from 'vite';

/** The main process: one ES module; only Electron, Node and the two native modules stay outside the bundle. */
export default defineConfig({
  root: import.meta.dirname,
  resolve: { alias: { '@contract': path.resolve(import.meta.dirname, '../src-preload/contract') } },
  ssr: { noExternal: true },
  build: {
    ssr: 'index.ts',
    outDir: '../dist/main',
    emptyOutDir: true,
    target: 'node20',
    sourcemap: true,
    rolldownOptions: {
      external: ['electron', 'better-sqlite3', 'keytar', ...builtinModules, /^node:/],
      output: { entryFileNames: 'index.js' },
    },
  },
});
