import type { StreamQuality } from '@contract/models/camera.ts';
import type { PlayerStats } from '../../player/player-types.ts';

const MS_PER_SECOND = 1000;
const BITS_PER_BYTE = 8;
const BITS_PER_KBIT = 1000;
const KBITS_PER_MBIT = 1000;

/** A stream's counters at one moment. */
export interface StatsSample {
  /** Date.now() */
  atMs: number;
  stats: Pick<
    PlayerStats,
    | 'framesShown'
    | 'framesCountedAtMs'
    | 'bytesReceived'
    | 'bufferedAheadMs'
    | 'codec'
    | 'width'
    | 'height'
  >;
}

/** What can be said of a stream between two moments, e.g. "Sub · H.264 · 640×360 · 15 fps · 310 kbit/s · 240 ms behind". */
export function streamFigures(
  quality: StreamQuality,
  before: StatsSample | null,
  now: StatsSample,
): string[] {
  const { codec, width, height, bufferedAheadMs } = now.stats;
  const figures = [quality === 'main' ? 'Main' : 'Sub'];
  if (codec !== null) figures.push(codecName(codec));
  if (width > 0) figures.push(`${width}×${height}`);
  const frames = before ? now.stats.framesShown - before.stats.framesShown : -1;
  const bytes = before ? now.stats.bytesReceived - before.stats.bytesReceived : -1;
  // Counters that went back belong to another stream.
  if (!before || frames < 0 || bytes < 0) return figures;
  const ms = now.atMs - before.atMs;
  const framesMs = (now.stats.framesCountedAtMs ?? 0) - (before.stats.framesCountedAtMs ?? 0);
  const fps = framesMs > 0 ? (frames * MS_PER_SECOND) / framesMs : 0;
  figures.push(`${Math.round(fps)} fps`, bitRate(bytes, ms));
  figures.push(`${bufferedAheadMs} ms behind`);
  return figures;
}

/** As people read it: 310 kbit/s, 4.2 Mbit/s. */
export function bitRate(bytes: number, ms: number): string {
  const kbits = (bytes * BITS_PER_BYTE * MS_PER_SECOND) / ms / BITS_PER_KBIT;
  return kbits < KBITS_PER_MBIT
    ? `${Math.round(kbits)} kbit/s`
    : `${(kbits / KBITS_PER_MBIT).toFixed(1)} Mbit/s`;
}

function codecName(codec: string): string {
  if (codec.startsWith('avc1')) return 'H.264';
  return codec.startsWith('hvc1') ? 'H.265' : codec;
}
