import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const FOUND_WITHIN_MS = 30_000;
const POLL_MS = 100;

const GONE = new Error('the app is gone');

interface Reply {
  id?: number;
  result?: Record<string, unknown>;
  error?: { message: string };
}

/**
 * The few words of Chromium's debugging protocol the demo needs. Playwright would also ask for every WebSocket frame, and on
 * a wall of cameras those are all the video there is.
 */
export class PageDebugger {
  readonly #socket: WebSocket;
  readonly #pending = new Map<number, PromiseWithResolvers<Record<string, unknown>>>();
  #lastId = 0;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.addEventListener('message', ({ data }) => {
      const { id, result, error } = JSON.parse(String(data)) as Reply;
      if (error) this.#take(id)?.reject(new Error(error.message));
      else this.#take(id)?.resolve(result ?? {});
    });
    socket.addEventListener('close', () => {
      for (const id of this.#pending.keys()) this.#take(id)?.reject(GONE);
    });
  }

  /** Finds the first page of an app started with --remote-debugging-port=0 and this data folder; `gone` ends the search. */
  static async attach(userData: string, gone: AbortSignal): Promise<PageDebugger> {
    const address = await pageAddress(userData, gone);
    const socket = new WebSocket(address);
    await new Promise((resolve, reject) => {
      socket.addEventListener('open', resolve);
      socket.addEventListener('error', () => reject(new Error('the app cannot be watched')));
    });
    return new PageDebugger(socket);
  }

  /** The value of an expression in the page. */
  async evaluate(expression: string): Promise<unknown> {
    const { result } = await this.#send('Runtime.evaluate', { expression, returnByValue: true });
    return (result as { value?: unknown } | undefined)?.value;
  }

  /** What the page shows, as a PNG file. */
  async screenshot(): Promise<Buffer> {
    const { data } = await this.#send('Page.captureScreenshot', { format: 'png' });
    return Buffer.from(String(data), 'base64');
  }

  close(): void {
    this.#socket.close();
  }

  #send(method: string, params: Record<string, unknown>): Promise<Record<string, unknown>> {
    // a closed socket swallows what is sent, and nobody would ever answer
    if (this.#socket.readyState !== WebSocket.OPEN) return Promise.reject(GONE);
    const id = ++this.#lastId;
    const reply = Promise.withResolvers<Record<string, unknown>>();
    this.#pending.set(id, reply);
    this.#socket.send(JSON.stringify({ id, method, params }));
    return reply.promise;
  }

  #take(id: number | undefined): PromiseWithResolvers<Record<string, unknown>> | undefined {
    const reply = this.#pending.get(id ?? 0);
    this.#pending.delete(id ?? 0);
    return reply;
  }
}

/** Chromium writes the port it chose into the data folder; the page comes a little later. */
async function pageAddress(userData: string, gone: AbortSignal): Promise<string> {
  const deadline = Date.now() + FOUND_WITHIN_MS;
  while (Date.now() < deadline) {
    await sleep(POLL_MS, undefined, { signal: gone });
    const text = await readFile(path.join(userData, 'DevToolsActivePort'), 'utf8').catch(() => '');
    const [port, isComplete] = text.split('\n');
    if (!port || !isComplete) continue;
    const response = await fetch(`http://127.0.0.1:${port}/json/list`, { signal: gone });
    const targets = (await response.json()) as { type: string; webSocketDebuggerUrl: string }[];
    const page = targets.find(({ type }) => type === 'page');
    if (page) return page.webSocketDebuggerUrl;
  }
  throw new Error('the app opened no window');
}
