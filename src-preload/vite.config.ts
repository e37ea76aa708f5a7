import path from 'node:path';
import { defineConfig } from 'vite';
import { EVENT_CHANNELS, REQUEST_CHANNELS } from './contract/ipc-contract.ts';

/** The preload: one CommonJS file, because a sandboxed preload can load nothing else. */
export default defineConfig({
  root: import.meta.dirname,
  resolve: { alias: { '@contract': path.resolve(import.meta.dirname, 'contract') } },
  ssr: { noExternal: true },
  define: {
    CHANNEL_NAMES: JSON.stringify({ requests: REQUEST_CHANNELS, events: EVENT_CHANNELS }),
  },
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
