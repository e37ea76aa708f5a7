import { useEffect, useState } from 'react';
import { request } from '../../api/ipc-client.ts';
import type { TimeSpan } from '../../model/time-bar.ts';
import type { TimeMark } from './draw-time-bar.ts';

/** Whoever drags or zooms is not asked for each step. */
const SETTLED_MS = 150;
const MOST = 500;
const NONE: readonly TimeMark[] = [];

/** What the journal has of a camera in a span of time. */
export function useTimeMarks(cameraId: number, { fromMs, toMs }: TimeSpan): readonly TimeMark[] {
  const [marks, setMarks] = useState(NONE);
  // A span that moves with the picture is asked for again when a twentieth of it has gone by.
  const step = (toMs - fromMs) / 20;
  const from = Math.max(0, Math.floor(fromMs / step) * step);
  const to = Math.ceil(toMs / step) * step;
  useEffect(() => {
    let isOver = false;
    const timer = setTimeout(async () => {
      const filter = { cameraIds: [cameraId], fromMs: Math.floor(from), toMs: Math.ceil(to) };
      const listed = await request('event:list', { filter, before: null, limit: MOST });
      if (isOver || !listed.ok) return;
      setMarks(
        listed.value.rows.map(({ startedAtMs, endedAtMs, lastAtMs, severity }) => ({
          fromMs: startedAtMs,
          toMs: endedAtMs ?? lastAtMs,
          isAlarm: severity !== 'log',
        })),
      );
    }, SETTLED_MS);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [cameraId, from, to]);
  return marks;
}
