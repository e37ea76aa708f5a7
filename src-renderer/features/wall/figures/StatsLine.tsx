import { useRef, useState, type ReactNode } from 'react';
import type { StreamQuality } from '@contract/models/camera.ts';
import type { PlayerStats } from '../../../player/player-types.ts';
import { samplesBefore, streamFigures, type StatsSample } from './stream-figures.ts';
import { useEverySecond } from './use-every-second.ts';
import './stats.css';

/** Seconds: long enough for streams of one frame a second and less, and for what keyframes add. */
const WINDOW_SAMPLES = 5;

interface StatsLineProps {
  quality: StreamQuality;
  readStats: () => PlayerStats | null;
}

/** What a tile's stream is like now, above its name. */
export function StatsLine({ quality, readStats }: StatsLineProps): ReactNode {
  const past = useRef<StatsSample[]>([]);
  const [figures, setFigures] = useState<string[]>([]);
  useEverySecond(() => {
    const stats = readStats();
    const now = stats && { atMs: performance.now(), stats };
    if (now) past.current = [...samplesBefore(now, past.current), now].slice(-WINDOW_SAMPLES);
    setFigures(now ? streamFigures(quality, past.current) : []);
  });
  if (figures.length === 0) return null;
  return (
    <span className="tile__stats" data-testid="stats-line" aria-hidden>
      {figures.map((figure) => (
        <span key={figure}>{figure}</span>
      ))}
    </span>
  );
}
