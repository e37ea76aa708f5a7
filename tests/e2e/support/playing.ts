import type { SimulatedRecorder } from '../../simulated-recorder/index.ts';

/** What plays at the recorder, as "3 sub"; the UI is not asked. */
export function playing(recorder: SimulatedRecorder): string[] {
  return recorder
    .sessions()
    .sort((a, b) => a.channel - b.channel)
    .map(({ channel, stream }) => `${channel} ${stream}`);
}

/** The same of all channels from one to another. */
export function channels(from: number, to: number, stream: 'main' | 'sub'): string[] {
  return Array.from({ length: to - from + 1 }, (_, index) => `${from + index} ${stream}`);
}
