import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const FOUND_WITHIN_MS = 30_000;
const POLL_MS = 100;
const PORT_FILE = 'DevToolsActivePort';
/** A page that moves to another process may take a question with it. */
const REPLY_WITHIN_MS = 60_000;
/** What a window shows before its page has come. */
const NOT_YET = ['', 'about:blank'];

const GONE = new Error('the app is gone');

/** The keys that scripts press, as Chromium wants them. */
const KEYS = {
  PageDown: { code: 34, text: '' },
  PageUp: { code: 33, text: '' },
  Enter: { code: 13, text: '\r' },
  Escape: { code: 27, text: '' },
} as const;

/** A key that {@link PageDebugger.press} knows. */
export type PageKey = keyof typeof KEYS;

interface PageException {
  text: string;
  exception?: { description?: string };
}

interface Target {
  type: string;
  url: string;
  webSocketDebuggerUrl: string;
}

interface Reply {
  id?: number;
  result?: Record<string, unknown>;
  error?: { message: string };
}

/**
 * The few words of Chromium's debugging protocol the scripts need. Playwright would also ask for every WebSocket frame, and on
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

  /** The value of an expression in the page, awaited where it is a promise; rejects with what the page threw. */
  async evaluate(expression: string): Promise<unknown> {
    const { result, exceptionDetails } = await this.#send('Runtime.evaluate', {
      ...{ expression, returnByValue: true, awaitPromise: true },
    });
    if (exceptionDetails) {
      const { exception, text } = exceptionDetails as PageException;
      throw new Error(`in the page: ${exception?.description ?? text}`);
    }
    return (result as { value?: unknown } | undefined)?.value;
  }

  async navigate(url: string): Promise<void> {
    await this.#send('Page.navigate', { url });
  }

  /** Presses and releases a key as the keyboard would. */
  async press(key: PageKey): Promise<void> {
    const { code, text } = KEYS[key];
    const event = { key, code: key, windowsVirtualKeyCode: code };
    await this.#send('Input.dispatchKeyEvent', {
      type: text ? 'keyDown' : 'rawKeyDown',
      ...event,
      text,
    });
    await this.#send('Input.dispatchKeyEvent', { type: 'keyUp', ...event });
  }

  /** Types into whatever has the focus. */
  async type(text: string): Promise<void> {
    await this.#send('Input.insertText', { text });
  }

  /** Chromium's own counts of this page by name, e.g. Nodes, JSEventListeners, JSHeapUsedSize (bytes). */
  async metrics(): Promise<Record<string, number>> {
    await this.#send('Performance.enable', {});
    const { metrics } = await this.#send('Performance.getMetrics', {});
    const pairs = metrics as { name: string; value: number }[];
    return Object.fromEntries(pairs.map(({ name, value }) => [name, value]));
  }

  /** Lets go of everything nobody can reach any more, so that counts mean something. */
  async collectGarbage(): Promise<void> {
    await this.#send('HeapProfiler.collectGarbage', {});
  }

  /** How many objects of a class something can still reach. */
  async countInstances(className: string): Promise<number> {
    const objectGroup = 'count';
    const expression = `${className}.prototype`;
    const { result } = await this.#send('Runtime.evaluate', { expression, objectGroup });
    const { objectId } = result as { objectId: string };
    const { objects } = await this.#send('Runtime.queryObjects', {
      ...{ prototypeObjectId: objectId, objectGroup },
    });
    const { objectId: listId } = objects as { objectId: string };
    const counted = await this.#send('Runtime.callFunctionOn', {
      ...{ objectId: listId, functionDeclaration: 'function () { return this.length }' },
      returnByValue: true,
    });
    await this.#send('Runtime.releaseObjectGroup', { objectGroup });
    return (counted['result'] as { value: number }).value;
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
    const late = setTimeout(
      () => this.#take(id)?.reject(new Error(`the page did not answer to ${method}`)),
      REPLY_WITHIN_MS,
    );
    return reply.promise.finally(() => clearTimeout(late));
  }

  #take(id: number | undefined): PromiseWithResolvers<Record<string, unknown>> | undefined {
    const reply = this.#pending.get(id ?? 0);
    this.#pending.delete(id ?? 0);
    return reply;
  }
}

/** Removes what a former run on this data has left, or a newly started one would be looked for at its port. */
export async function forgetFormerPort(userData: string): Promise<void> {
  await rm(path.join(userData, PORT_FILE), { force: true });
}

/** Chromium writes the port it chose into the data folder; the page comes a little later. */
async function pageAddress(userData: string, gone: AbortSignal): Promise<string> {
  const deadline = Date.now() + FOUND_WITHIN_MS;
  while (Date.now() < deadline) {
    await sleep(POLL_MS, undefined, { signal: gone });
    const text = await readFile(path.join(userData, PORT_FILE), 'utf8').catch(() => '');
    const [port, isComplete] = text.split('\n');
    if (!port || !isComplete) continue;
    const response = await fetch(`http://127.0.0.1:${port}/json/list`, { signal: gone });
    const targets = (await response.json()) as Target[];
    const page = targets.find(({ type, url }) => type === 'page' && !NOT_YET.includes(url));
    if (page) return page.webSocketDebuggerUrl;
  }
  throw new Error('the app opened no window');
}
