import type { CDPSession, Page } from '@playwright/test';

/** Counts how often the page runs a function that only its text tells, since built code keeps no names. */
export class FunctionCalls {
  readonly #cdp: CDPSession;
  readonly #mark: string;

  private constructor(cdp: CDPSession, mark: string) {
    this.#cdp = cdp;
    this.#mark = mark;
  }

  /** @param mark a text that stands in this function and nowhere else */
  static async watch(page: Page, mark: string): Promise<FunctionCalls> {
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('Debugger.enable');
    await cdp.send('Profiler.enable');
    await cdp.send('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
    const calls = new FunctionCalls(cdp, mark);
    await calls.sinceLastTime();
    return calls;
  }

  async sinceLastTime(): Promise<number> {
    const { result } = await this.#cdp.send('Profiler.takePreciseCoverage');
    let calls = 0;
    for (const { scriptId, functions } of result) {
      const { scriptSource } = await this.#cdp.send('Debugger.getScriptSource', { scriptId });
      const at = scriptSource.indexOf(this.#mark);
      const ranges = functions
        .flatMap((one) => one.ranges.slice(0, 1))
        // A script as a whole counts as a function, too.
        .filter(
          ({ startOffset, endOffset }) => 0 < startOffset && startOffset < at && at < endOffset,
        )
        .sort((a, b) => b.startOffset - a.startOffset);
      calls += ranges[0]?.count ?? 0;
    }
    return calls;
  }

  /** The page runs at full speed again. */
  async end(): Promise<void> {
    await this.#cdp.detach();
  }
}
