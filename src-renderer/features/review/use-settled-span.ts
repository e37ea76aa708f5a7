import { useEffect, useState } from 'react';
import type { TimeSpan } from '../../model/time-bar.ts';

/** Whoever drags or zooms is not asked for each step. */
const SETTLED_MS = 150;
const STEPS = 20;

/** The span of a bar once it rests, in whole steps: one that moves on with the picture stays the same for a twentieth of its length. */
export function useSettledSpan({ fromMs, toMs }: TimeSpan): TimeSpan {
  const step = (toMs - fromMs) / STEPS;
  const from = Math.max(0, Math.floor(Math.floor(fromMs / step) * step));
  const to = Math.ceil(Math.ceil(toMs / step) * step);
  const [settled, setSettled] = useState({ fromMs: from, toMs: to });
  useEffect(() => {
    const timer = setTimeout(() => setSettled({ fromMs: from, toMs: to }), SETTLED_MS);
    return () => clearTimeout(timer);
  }, [from, to]);
  return settled;
}
