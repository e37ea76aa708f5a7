import { startXvfb } from '../../../scripts/desktop/daemons.ts';

/**
 * Gives every worker but the first one a screen of its own (Linux). On a shared one, a window that opens or closes moves the pointer over
 * the window of another test's app, and an app takes that for somebody who is there. The screen ends with this process.
 */
export async function useOwnScreen(parallelIndex: number): Promise<void> {
  if (process.platform !== 'linux' || parallelIndex === 0) return;
  process.env['DISPLAY'] = `:${await startXvfb(process.env)}`;
}
