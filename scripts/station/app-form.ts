import { setTimeout as sleep } from 'node:timers/promises';
import type { PageDebugger } from '../devtools/page-debugger.ts';

const PATIENCE_MS = 30_000;
const POLL_MS = 50;

/** Fills in forms as a person would: finds a thing by its words, waits until it is there, clicks or types. */
export class AppForm {
  readonly #page: PageDebugger;

  constructor(page: PageDebugger) {
    this.#page = page;
  }

  async fill(label: string, text: string): Promise<void> {
    const input = `[...document.querySelectorAll('label')].find((one) => one.textContent.trim() === ${JSON.stringify(label)})?.control`;
    await this.until(`${input}?.checkVisibility() === true`, `the field “${label}”`);
    await this.#page.evaluate(`${input}.focus(), ${input}.select()`);
    await this.#page.type(text);
  }

  /** Clicks the last button with these words: dialogs come behind the bar that opened them. */
  async click(words: string): Promise<void> {
    const button = `[...document.querySelectorAll('button:enabled')].findLast((one) => one.checkVisibility() && (one.ariaLabel ?? one.textContent).trim() === ${JSON.stringify(words)})`;
    await this.until(`${button} !== undefined`, `the button “${words}”`);
    await this.#page.evaluate(`${button}.click()`);
  }

  /** Waits until an expression is true in the page; throws with the name of what did not come. */
  async until(expression: string, what: string): Promise<void> {
    const deadline = Date.now() + PATIENCE_MS;
    while ((await this.#page.evaluate(expression)) !== true) {
      if (Date.now() > deadline) throw new Error(`The app did not show ${what}`);
      await sleep(POLL_MS);
    }
  }
}
