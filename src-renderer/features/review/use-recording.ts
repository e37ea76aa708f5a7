import { useEffect, useRef, type RefObject } from 'react';
import type { Review } from '../../store/review-store.ts';
import { RecordingSession } from './recording-session.ts';

/** Plays what is looked back at on a canvas. */
export function useRecording({
  cameraId,
  asks,
  askedAtMs,
  isPlaying,
}: Review): RefObject<HTMLCanvasElement | null> {
  const canvas = useRef<HTMLCanvasElement>(null);
  const session = useRef<RecordingSession | null>(null);
  useEffect(() => {
    if (canvas.current === null) return;
    const own = new RecordingSession(cameraId, canvas.current);
    session.current = own;
    return () => {
      own.close();
      session.current = null;
    };
  }, [cameraId]);
  useEffect(() => session.current?.play(askedAtMs), [cameraId, asks, askedAtMs]);
  useEffect(() => {
    if (!isPlaying) session.current?.halt();
  }, [isPlaying]);
  return canvas;
}
