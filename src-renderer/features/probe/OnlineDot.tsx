import type { ReactNode } from 'react';
import './online-dot.css';

/** Whether the recorder reaches a camera; null: it does not say. */
export function OnlineDot({ isOnline }: { isOnline: boolean | null }): ReactNode {
  const text = isOnline === null ? 'state unknown' : isOnline ? 'online' : 'offline';
  return (
    <span className="online-dot" data-state={text} role="img" aria-label={text} title={text} />
  );
}
