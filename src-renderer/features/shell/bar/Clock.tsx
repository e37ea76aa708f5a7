import type { ReactNode } from 'react';
import { clockTimeWithSeconds } from '../../../text/clock-time.ts';
import { dateText, weekdayText } from '../../../text/day-text.ts';
import { useWallClock } from './use-wall-clock.ts';
import './clock.css';

/** This computer's time and day: what a guard writes into the book. */
export function Clock(): ReactNode {
  const nowMs = useWallClock();
  const now = new Date(nowMs);
  return (
    <time className="clock" dateTime={now.toISOString()} title={dateText(nowMs)}>
      <span className="clock__day">{weekdayText(nowMs)}</span>
      <span className="clock__time">{clockTimeWithSeconds(nowMs)}</span>
    </time>
  );
}
