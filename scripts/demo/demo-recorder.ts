import { startRecorder } from '../recorder-process.ts';

const CHANNELS = 16;
const NAME = 'Demo recorder';

/** A running simulated recorder and what the app needs to add it. */
export interface DemoRecorder {
  nvr: {
    name: string;
    host: string;
    rtspPort: number;
    httpPort: number;
    username: string;
    password: string;
    maxChannels: number;
  };
  stop: () => Promise<void>;
}

/** Starts the recorder that the demo adds by itself. */
export async function startDemoRecorder(stopping: AbortSignal): Promise<DemoRecorder> {
  const started = await startRecorder({ channels: CHANNELS, user: 'demo', name: NAME }, stopping);
  const { host, rtspPort, httpPort, user, password, stop } = started;
  const address = { name: NAME, host, rtspPort, httpPort };
  return { nvr: { ...address, username: user, password, maxChannels: CHANNELS }, stop };
}
