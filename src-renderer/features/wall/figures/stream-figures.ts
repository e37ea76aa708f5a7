import type { StreamQuality } from '@contract/models/camera.ts';
import { text } from '../../../text/catalogue.ts';
import type { PlayerStats } from '../../../player/player-types.ts';

const MS_PER_SECOND = 1000;
const BITS_PER_BYTE = 8;
const BITS_PER_KBIT = 1000;
const KBITS_PER_MBIT = 1000;
const EXACT_BELOW_FPS = 3;

/** A stream's counters at one moment. */
export interface StatsSample {
  /** performance.now() */
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

/** The samples that are of the same stream as `now`: counters that went back belong to another one. */
export function samplesBefore(now: StatsSample, past: readonly StatsSample[]): StatsSample[] {
  const last = past.at(-1)?.stats;
  const isOther =
    last &&
    (last.framesShown > now.stats.framesShown || last.bytesReceived > now.stats.bytesReceived);
  return isOther ? [] : [...past];
}

/**
 * What can be said of a stream, e.g. "Sub · H.264 · 640×360 · 15 fps · 310 kbit/s · 240 ms behind".
 * @param samples oldest first; rates are said of two or more
 */
export function streamFigures(quality: StreamQuality, samples: readonly StatsSample[]): string[] {
  const [before] = samples;
  const now = samples.at(-1);
  if (!before || !now) return [];
  const { codec, width, height, bufferedAheadMs } = now.stats;
  const figures = [text.common.quality[quality]];
  if (codec !== null) figures.push(codecName(codec));
  if (width > 0) figures.push(`${width}×${height}`);
  if (before === now) return figures;
  const frames = now.stats.framesShown - before.stats.framesShown;
  const bytes = now.stats.bytesReceived - before.stats.bytesReceived;
  const framesMs = (now.stats.framesCountedAtMs ?? 0) - (before.stats.framesCountedAtMs ?? 0);
  figures.push(frameRate(frames, framesMs), bitRate(bytes, now.atMs - before.atMs));
  figures.push(text.wall.stats.behind(bufferedAheadMs));
  return figures;
}

function frameRate(frames: number, ms: number): string {
  const fps = ms > 0 ? (frames * MS_PER_SECOND) / ms : 0;
  return text.wall.stats.fps(fps < EXACT_BELOW_FPS ? Number(fps.toFixed(1)) : Math.round(fps));
}

/** As people read it: 310 kbit/s, 4.2 Mbit/s. */
export function bitRate(bytes: number, ms: number): string {
  const kbits = (bytes * BITS_PER_BYTE * MS_PER_SECOND) / ms / BITS_PER_KBIT;
  return kbits < KBITS_PER_MBIT
    ? text.wall.stats.kbits(Math.round(kbits))
    : text.wall.stats.mbits((kbits / KBITS_PER_MBIT).toFixed(1));
}

function codecName(codec: string): string {
  if (codec.startsWith('avc1')) return 'H.264';
  return codec.startsWith('hvc1') ? 'H.265' : codec;
}
