import type { ReactNode } from 'react';
import { useWallClock } from './use-wall-clock.ts';
import './clock.css';

/** This computer's time and day: what a guard writes into the book. */
export function Clock(): ReactNode {
  const now = new Date(useWallClock());
  const day = now.toLocaleDateString('en-GB', { weekday: 'short', day: 'numeric', month: 'short' });
  return (
    <time className="clock" dateTime={now.toISOString()} title={now.toLocaleDateString('en-GB')}>
      <span className="clock__day">{day.replace(',', '')}</span>
      <span className="clock__time">{now.toLocaleTimeString('en-GB')}</span>
    </time>
  );
}
