import { useEffect, useState } from 'react';
import { request } from '../../api/ipc-client.ts';
import type { TimeSpan } from '../../model/time-bar.ts';
import type { TimeMark } from './draw-time-bar.ts';
import { useSettledSpan } from './use-settled-span.ts';

const MOST = 500;
const NONE: readonly TimeMark[] = [];

/** What the journal has of a camera in a span of time. */
export function useTimeMarks(cameraId: number, span: TimeSpan): readonly TimeMark[] {
  const { fromMs, toMs } = useSettledSpan(span);
  const [marks, setMarks] = useState(NONE);
  useEffect(() => {
    let isOver = false;
    const ask = async (): Promise<void> => {
      const filter = { cameraIds: [cameraId], fromMs, toMs };
      const listed = await request('event:list', { filter, before: null, limit: MOST });
      if (isOver || !listed.ok) return;
      setMarks(
        listed.value.rows.map(({ startedAtMs, endedAtMs, lastAtMs, severity }) => ({
          ...{ fromMs: startedAtMs, toMs: endedAtMs ?? lastAtMs },
          isAlarm: severity !== 'log',
        })),
      );
    };
    void ask();
    return () => {
      isOver = true;
    };
  }, [cameraId, fromMs, toMs]);
  return marks;
}
