import { useRef, useState, type ReactNode } from 'react';
import type { StreamQuality } from '@contract/models/camera.ts';
import type { PlayerStats } from '../../player/player-types.ts';
import { streamFigures, type StatsSample } from './stream-figures.ts';
import { useEverySecond } from './use-every-second.ts';
import './stats.css';

interface StatsLineProps {
  quality: StreamQuality;
  readStats: () => PlayerStats | null;
}

/** What a tile's stream is like now, above its name. */
export function StatsLine({ quality, readStats }: StatsLineProps): ReactNode {
  const before = useRef<StatsSample | null>(null);
  const [figures, setFigures] = useState<string[]>([]);
  useEverySecond(() => {
    const stats = readStats();
    const now = stats && { atMs: Date.now(), stats };
    setFigures(now ? streamFigures(quality, before.current, now) : []);
    before.current = now;
  });
  if (figures.length === 0) return null;
  return (
    <span className="tile__stats" data-testid="stats-line">
      {figures.map((figure) => (
        <span key={figure}>{figure}</span>
      ))}
    </span>
  );
}
