import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { RecorderProcess } from '../recorder-process.ts';
import { ROOT } from '../setup/paths.mjs';

const ANSWERS_WITHIN_MS = 15_000;
const POLL_MS = 50;
/** Hikvision's stream numbers: channel x 100 plus this. */
const STREAM_NUMBERS = { main: 1, sub: 2 };

/** go2rtc as it comes: everybody on this computer may see its pages and play its streams. */
export class StockGo2rtc {
  readonly url: string;
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess, port: number) {
    this.#child = child;
    this.url = `http://127.0.0.1:${port}`;
  }

  /** Starts it and makes each channel known as `cam<channel>-main` and `cam<channel>-sub`. */
  static async start(recorder: RecorderProcess, channels: number): Promise<StockGo2rtc> {
    const port = await freePort();
    const config = {
      api: { listen: `127.0.0.1:${port}` },
      rtsp: { listen: '' },
      webrtc: { listen: '' },
      log: { level: 'error' },
    };
    const child = spawn(binary(), ['-c', JSON.stringify(config)], { stdio: 'ignore' });
    const go2rtc = new StockGo2rtc(child, port);
    try {
      await go2rtc.#untilReady();
      for (let channel = 1; channel <= channels; channel += 1) await go2rtc.#add(recorder, channel);
      return go2rtc;
    } catch (error) {
      await go2rtc.stop();
      throw error;
    }
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  async stop(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const exited = once(this.#child, 'exit');
    this.#child.kill('SIGTERM');
    await exited;
  }

  async #untilReady(): Promise<void> {
    const deadline = Date.now() + ANSWERS_WITHIN_MS;
    for (;;) {
      const response = await fetch(`${this.url}/api`).catch(() => null);
      if (response?.ok) return;
      if (Date.now() > deadline) throw new Error('The stock go2rtc did not answer');
      await sleep(POLL_MS);
    }
  }

  /** PATCH keeps the address, and the password in it, in memory only. */
  async #add(recorder: RecorderProcess, channel: number): Promise<void> {
    for (const [stream, number] of Object.entries(STREAM_NUMBERS)) {
      const query = new URLSearchParams({
        name: `cam${channel}-${stream}`,
        src: streamUrl(recorder, channel * 100 + number),
      });
      const response = await fetch(`${this.url}/api/streams?${query.toString()}`, {
        method: 'PATCH',
      });
      if (!response.ok) throw new Error(`The stock go2rtc answered ${response.status}`);
    }
  }
}

/** The RTSP address of one of the recorder's streams, with its login; the password needs no escaping. */
export function streamUrl(recorder: RecorderProcess, streamNumber: number): string {
  const { user, password, host, rtspPort } = recorder;
  return `rtsp://${user}:${password}@${host}:${rtspPort}/Streaming/Channels/${streamNumber}`;
}

/** The same binary as the app's. */
function binary(): string {
  const name = process.platform === 'win32' ? 'go2rtc.exe' : 'go2rtc';
  const own = path.join(ROOT, 'go2rtc-bin', `${process.platform}-${process.arch}`, name);
  return process.env['OPUS_GO2RTC_BIN'] ?? own;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
