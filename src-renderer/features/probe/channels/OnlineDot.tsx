import type { ReactNode } from 'react';
import { text } from '../../../text/catalogue.ts';
import './online-dot.css';

/** Whether the recorder reaches a camera; null: it does not say. */
export function OnlineDot({ isOnline }: { isOnline: boolean | null }): ReactNode {
  const state = isOnline === null ? 'unknown' : isOnline ? 'online' : 'offline';
  const said = text.probe.online[state];
  return (
    <span className="online-dot" data-state={state} role="img" aria-label={said} title={said} />
  );
}
