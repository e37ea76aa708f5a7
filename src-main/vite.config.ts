import { builtinModules } from 'node:module';
import path from 'node:path';
import { defineConfig } from 'vite';

/** The main process, the RTSP gateway's, the keychain's and the file reader's, an ES module each; only Electron, Node and the two native modules stay outside the bundle. */
export default defineConfig({
  root: import.meta.dirname,
  resolve: { alias: { '@contract': path.resolve(import.meta.dirname, '../src-preload/contract') } },
  ssr: { noExternal: true },
  build: {
    ssr: true,
    outDir: '../dist/main',
    emptyOutDir: true,
    target: 'node20',
    sourcemap: true,
    // It is read from disk, once.
    chunkSizeWarningLimit: 4_000,
    rolldownOptions: {
      input: {
        index: path.resolve(import.meta.dirname, 'index.ts'),
        keychain: path.resolve(import.meta.dirname, 'app/secrets/keychain-child.ts'),
        gateway: path.resolve(import.meta.dirname, 'app/rtsp/process/gateway-main.ts'),
        reader: path.resolve(import.meta.dirname, 'app/site/reader/reader-main.ts'),
      },
      external: ['electron', 'better-sqlite3', 'keytar', ...builtinModules, /^node:/],
      output: { entryFileNames: '[name].js', chunkFileNames: 'shared-[name].js' },
    },
  },
});
