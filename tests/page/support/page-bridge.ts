import type { Page } from '@playwright/test';
import type { EventChannel, RequestChannel } from '@contract/ipc-contract.ts';

/** What stands behind `window.opus`. */
export type Answer = (channel: RequestChannel, payload: unknown) => Promise<unknown>;

/**
 * `window.opus` in a page as the preload would put it there. Who answers may change from one test to the next; the page stays. Answers and
 * events go one way, so that they come in the order in which main gave them, as over Electron's IPC. What was asked by the
 * page before is answered to nobody.
 */
export class PageBridge {
  readonly page: Page;
  #answer: Answer | null = null;

  private constructor(page: Page) {
    this.page = page;
  }

  static async install(page: Page): Promise<PageBridge> {
    const bridge = new PageBridge(page);
    await page.exposeFunction(
      'askMain',
      (question: string, channel: RequestChannel, payload: unknown) => {
        void bridge.#ask(question, channel, payload);
      },
    );
    await page.addInitScript(() => {
      const questions = new Map<string, (answer: unknown) => void>();
      const listeners = new Map<string, Set<(payload: unknown) => void>>();
      const opus = {
        request: (channel: string, payload: unknown) =>
          new Promise((resolve) => {
            const question = crypto.randomUUID();
            questions.set(question, resolve);
            window.askMain(question, channel, payload);
          }),
        on: (event: string, listener: (payload: unknown) => void) => {
          listeners.set(event, (listeners.get(event) ?? new Set()).add(listener));
          return () => listeners.get(event)?.delete(listener);
        },
      };
      const tellPage = (to: string, value: unknown) => {
        questions.get(to)?.(value);
        listeners.get(to)?.forEach((listener) => listener(value));
      };
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
    this.#send(event, payload);
  }

  async #ask(question: string, channel: RequestChannel, payload: unknown): Promise<void> {
    this.#send(question, await this.#answer?.(channel, payload));
  }

  #send(to: string, value: unknown): void {
    if (this.page.isClosed() || this.#answer === null) return;
    const told = [to, value] as const;
    // Fails only while the page goes away.
    this.page
      .evaluate(([place, content]) => window.tellPage(place, content), told)
      .catch(() => null);
  }
}

declare global {
  interface Window {
    askMain: (question: string, channel: string, payload: unknown) => void;
    tellPage: (to: string, value: unknown) => void;
  }
}
