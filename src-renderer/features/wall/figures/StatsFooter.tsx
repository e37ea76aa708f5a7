import { useRef, useState, type ReactNode } from 'react';
import { text } from '../../../text/catalogue.ts';
import type { PoolCounts } from '../../../player/pool/player-pool.ts';
import { playerPool } from '../streams/player-pool.ts';
import { bitRate } from './stream-figures.ts';
import { useEverySecond } from './use-every-second.ts';
import './stats.css';

/** What the whole wall costs now. Lies over it, so that no tile moves. */
export function StatsFooter(): ReactNode {
  const before = useRef<PoolCounts & { atMs: number }>(null);
  const [figures, setFigures] = useState('');
  useEverySecond(() => {
    const now = { ...playerPool.counts(), atMs: performance.now() };
    const past = before.current;
    const rate = past && bitRate(now.bytesReceived - past.bytesReceived, now.atMs - past.atMs);
    const kept = now.kept === 0 ? null : text.wall.stats.kept(now.kept);
    const shown = text.wall.stats.streams(now.shown);
    setFigures([shown, kept, rate].filter((part) => part !== null).join(' · '));
    before.current = now;
  });
  return (
    <p className="stats-footer" data-testid="stats-footer">
      {figures}
    </p>
  );
}
