import type { Allowance } from './trend.ts';

/** One thing that must not grow, and how much of it is put down to noise and warming up. */
export interface Gauge {
  title: string;
  unit: string;
  /** How it is read. */
  meaning: string;
  allowance: Allowance;
}

/** Every gauge, in the order of the table. */
export const GAUGES = {
  rendererMemory: {
    title: 'renderer memory',
    unit: 'MB',
    meaning: 'own memory of the renderer processes after a garbage collection',
    allowance: { perHour: 20, growth: 40 },
  },
  mainMemory: {
    title: 'main memory',
    unit: 'MB',
    meaning: 'own memory of the main process',
    allowance: { perHour: 20, growth: 40 },
  },
  helperMemory: {
    title: 'helper memory',
    unit: 'MB',
    meaning: 'own memory of Chromium’s other processes: GPU, network, zygotes',
    allowance: { perHour: 20, growth: 40 },
  },
  go2rtcMemory: {
    title: 'go2rtc memory',
    unit: 'MB',
    meaning: 'own memory of the go2rtc process',
    allowance: { perHour: 10, growth: 20 },
  },
  listeners: {
    title: 'JS listeners',
    unit: '',
    meaning: 'JSEventListeners, as Chromium counts them',
    allowance: { perHour: 60, growth: 100 },
  },
  nodes: {
    title: 'DOM nodes',
    unit: '',
    meaning: 'Nodes, as Chromium counts them, those outside the document included',
    allowance: { perHour: 300, growth: 500 },
  },
  videos: {
    title: 'video elements',
    unit: '',
    meaning: 'every <video> that something can still reach, in the document or not',
    allowance: { perHour: 4, growth: 16 },
  },
  sockets: {
    title: 'sockets',
    unit: '',
    meaning: 'socket descriptors of all processes of the app',
    allowance: { perHour: 10, growth: 16 },
  },
  sessions: {
    title: 'recorder sessions',
    unit: '',
    meaning: 'connections that are open at the recorder’s RTSP port',
    allowance: { perHour: 2, growth: 8 },
  },
} as const satisfies Record<string, Gauge>;

/** One of {@link GAUGES}. */
export type GaugeName = keyof typeof GAUGES;

/** All gauges at one moment. */
export type Sample = Record<GaugeName, number> & { hours: number };
