import { app } from 'electron';

/**
 * The largest size of V8's nursery, in megabytes. The page's own objects are few and short-lived: media goes past them in buffers. V8
 * lets the nursery grow to 16 MB while a wall starts, and hardly ever gives that back.
 */
const NURSERY_MB = 1;

/** Keeps the page small that stays open for months. Only before the app is ready. */
export function limitPageMemory(): void {
  app.commandLine.appendSwitch('js-flags', `--max-semi-space-size=${NURSERY_MB}`);
}
