import { useEffect, useState } from 'react';
import type { RecordedSpans } from '@contract/models/recording.ts';
import { request } from '../../api/ipc-client.ts';
import type { TimeSpan } from '../../model/time-bar.ts';
import { useSettledSpan } from './use-settled-span.ts';

/** More is not searched at once. */
const LONGEST_MS = 24 * 60 * 60 * 1000;
const AGAIN_MS = 30_000;

/** What was recorded of a camera in a span of time; null: not known, or too long a span to ask for. */
export function useCoverage(cameraId: number, span: TimeSpan): RecordedSpans {
  const { fromMs, toMs } = useSettledSpan(span);
  const [coverage, setCoverage] = useState<RecordedSpans>(null);
  const isAsked = toMs - fromMs <= LONGEST_MS;
  useEffect(() => {
    if (!isAsked) return;
    let isOver = false;
    const ask = async (): Promise<void> => {
      const found = await request('recording:spans', { cameraId, fromMs, toMs });
      if (!isOver) setCoverage(found.ok ? found.value : null);
    };
    void ask();
    const timer = setInterval(() => void ask(), AGAIN_MS);
    return () => {
      isOver = true;
      clearInterval(timer);
    };
  }, [cameraId, fromMs, toMs, isAsked]);
  return isAsked ? coverage : null;
}
