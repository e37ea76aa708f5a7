import type { Page } from '@playwright/test';
import type { EventChannel, RequestChannel } from '@contract/ipc-contract.ts';

/** What stands behind `window.opus`. */
export type Answer = (channel: RequestChannel, payload: unknown) => Promise<unknown>;

/** `window.opus` in a page as the preload would put it there. Who answers may change from one test to the next; the page stays. */
export class PageBridge {
  readonly page: Page;
  #answer: Answer | null = null;

  private constructor(page: Page) {
    this.page = page;
  }

  static async install(page: Page): Promise<PageBridge> {
    const bridge = new PageBridge(page);
    await page.exposeFunction('askMain', (channel: RequestChannel, payload: unknown) =>
      bridge.#answer?.(channel, payload),
    );
    await page.addInitScript(() => {
      const listeners = new Map<string, Set<(payload: unknown) => void>>();
      const opus = {
        request: (channel: string, payload: unknown) => window.askMain(channel, payload),
        on: (event: string, listener: (payload: unknown) => void) => {
          listeners.set(event, (listeners.get(event) ?? new Set()).add(listener));
          return () => listeners.get(event)?.delete(listener);
        },
      };
      const tellPage = (event: string, payload: unknown) =>
        listeners.get(event)?.forEach((listener) => listener(payload));
      Object.assign(window, { opus, tellPage });
    });
    return bridge;
  }

  /** From now on this one answers; null: nobody. */
  connect(answer: Answer | null): void {
    this.#answer = answer;
  }

  /** Tells the page an event, if there is a page. */
  tell(event: EventChannel, payload: unknown): void {
    if (this.page.isClosed() || this.#answer === null) return;
    const told = [event, payload] as const;
    // fails only while the page goes away
    this.page.evaluate(([name, value]) => window.tellPage(name, value), told).catch(() => null);
  }
}

declare global {
  interface Window {
    askMain: (channel: string, payload: unknown) => Promise<unknown>;
    tellPage: (event: string, payload: unknown) => void;
  }
}
