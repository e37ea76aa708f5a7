import type { Page } from '@playwright/test';
import type { RequestChannel } from '../../../src-preload/contract/ipc-contract.ts';

/** Asks main as anyone with the developer tools could. */
export function ask(page: Page, channel: RequestChannel, payload: unknown = {}): Promise<unknown> {
  return page.evaluate(
    ([name, body]) => window.opus.request(name as 'nvr:list', body as Record<string, never>),
    [channel, payload] as const,
  );
}
