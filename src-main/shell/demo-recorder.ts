import { newNvrSchema, type NewNvr } from '@contract/models/nvr.ts';
import { z } from 'zod';

const messageSchema = z.object({ type: z.literal('demo-recorder'), nvr: newNvrSchema });

/** True when `npm run demo` started this app; a packaged app has no demo. */
export function isDemoRun(isPackaged: boolean): boolean {
  return !isPackaged && process.env['OPUS_DEMO'] === '1' && process.send !== undefined;
}

/** Asks the demo script for its simulated recorder. It comes over the process channel, since argv, environment and disk are no places for a password. */
export function receiveDemoRecorder(): Promise<NewNvr> {
  return new Promise((resolve) => {
    process.on('message', (message) => {
      const parsed = messageSchema.safeParse(message);
      if (parsed.success) resolve(parsed.data.nvr);
    });
    process.send?.({ type: 'demo-ready' });
  });
}
