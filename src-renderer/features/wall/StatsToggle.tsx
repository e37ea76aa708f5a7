import { Activity } from 'lucide-react';
import type { ReactNode } from 'react';
import { toggleStats, useIsStatsShown } from '../../store/view-store.ts';
import './stats.css';

/** Shows and hides what the streams are like. */
export function StatsToggle(): ReactNode {
  return (
    <button
      type="button"
      className="stats-toggle"
      aria-label="Stream figures"
      aria-pressed={useIsStatsShown()}
      title="Stream figures (key I)"
      onClick={toggleStats}
    >
      <Activity size={18} aria-hidden />
    </button>
  );
}
