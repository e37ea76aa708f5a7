import { pinSchema } from '@contract/models/admin.ts';
import { newNvrSchema, type NewNvr } from '@contract/models/nvr.ts';
import { z } from 'zod';

const messageSchema = z.object({
  type: z.literal('demo-site'),
  nvr: newNvrSchema,
  pin: pinSchema,
});

/** What the demo script decides for the app: the recorder, and the admin PIN it has printed on the terminal. */
export interface DemoSite {
  nvr: NewNvr;
  pin: string;
}

/** True when `npm run demo` started this app; a packaged app has no demo. */
export function isDemoRun(isPackaged: boolean): boolean {
  return !isPackaged && process.env['OPUS_DEMO'] === '1' && process.send !== undefined;
}

/** Asks the demo script for its simulated recorder and the PIN. They come over the process channel, since argv, environment and disk are no places for either. */
export function receiveDemoSite(): Promise<DemoSite> {
  return new Promise((resolve) => {
    process.on('message', (message) => {
      const parsed = messageSchema.safeParse(message);
      if (parsed.success) resolve(parsed.data);
    });
    process.send?.({ type: 'demo-ready' });
  });
}
