import { Minus, Plus } from 'lucide-react';
import { useEffect, useRef, useState, type PointerEvent, type ReactNode } from 'react';
import { firstSpan, moved, showing, zoomed } from '../../model/time-bar.ts';
import { type Review, seekTo } from '../../store/review-store.ts';
import { text } from '../../text/catalogue.ts';
import { clockTimeWithSeconds } from '../../text/clock-time.ts';
import { useNow } from '../../ui/use-now.ts';
import { drawTimeBar } from './draw-time-bar.ts';
import { useCoverage } from './use-coverage.ts';
import { useTimeMarks } from './use-time-marks.ts';

const ZOOM = 2;
const WHEEL_ZOOM = 1.25;
/** While it is dragged the recorder is asked for another moment so often. */
const SEEK_EVERY_MS = 200;

/** Time from left to right, with what happened and where the picture is; a click or a drag leads there, the wheel shows more or less of it. */
export function TimeBar({ review }: { review: Review }): ReactNode {
  const canvas = useRef<HTMLCanvasElement>(null);
  const nowMs = useNow(true);
  const atMs = review.shownAtMs ?? review.askedAtMs;
  const [kept, setKept] = useState(() => firstSpan(nowMs));
  const [pointedMs, setPointedMs] = useState<number | null>(null);
  const [draggedMs, setDraggedMs] = useState<number | null>(null);
  const lastSeekMs = useRef(-Infinity);
  const shownMs = draggedMs ?? atMs;
  const span = draggedMs === null ? showing(kept, atMs, nowMs) : kept;
  const marks = useTimeMarks(review.cameraId, span);
  const coverage = useCoverage(review.cameraId, span);
  useEffect(() => {
    const element = canvas.current;
    const context = element?.getContext('2d');
    if (!element || !context) return;
    const { clientWidth, clientHeight } = element;
    element.width = clientWidth * devicePixelRatio;
    element.height = clientHeight * devicePixelRatio;
    context.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
    drawTimeBar(context, clientWidth, clientHeight, {
      ...{ span, atMs: shownMs, nowMs, marks, coverage, pointedMs },
    });
  });
  const momentAt = ({ clientX }: { clientX: number }): number => {
    const { left = 0, width = 1 } = canvas.current?.getBoundingClientRect() ?? {};
    const share = Math.min(1, Math.max(0, (clientX - left) / width));
    return Math.min(nowMs, span.fromMs + share * (span.toMs - span.fromMs));
  };
  const zoom = (factor: number, aroundMs: number): void =>
    setKept(zoomed(span, factor, aroundMs, nowMs));
  const drag = (event: PointerEvent, isLast: boolean): void => {
    const wantedMs = momentAt(event);
    setDraggedMs(isLast ? null : wantedMs);
    if (!isLast && performance.now() - lastSeekMs.current < SEEK_EVERY_MS) return;
    lastSeekMs.current = performance.now();
    seekTo(wantedMs);
  };
  return (
    <div className="time-bar">
      <canvas
        ref={canvas}
        className="time-bar__canvas"
        role="slider"
        tabIndex={0}
        data-testid="time-bar"
        aria-label={text.review.timeBar}
        aria-valuemin={Math.round(span.fromMs)}
        aria-valuemax={Math.round(span.toMs)}
        aria-valuenow={Math.round(shownMs)}
        aria-valuetext={clockTimeWithSeconds(shownMs)}
        onPointerDown={(event) => {
          if (event.button !== 0) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          setKept(span);
          drag(event, false);
        }}
        onPointerMove={(event) => {
          setPointedMs(momentAt(event));
          if (draggedMs !== null) drag(event, false);
        }}
        onPointerUp={(event) => {
          if (draggedMs !== null) drag(event, true);
        }}
        onPointerCancel={() => setDraggedMs(null)}
        onPointerLeave={() => setPointedMs(null)}
        onWheel={(event) => {
          if (event.shiftKey)
            setKept(moved(span, (event.deltaY / 1000) * (span.toMs - span.fromMs), nowMs));
          else zoom(event.deltaY > 0 ? WHEEL_ZOOM : 1 / WHEEL_ZOOM, momentAt(event));
        }}
      />
      <div className="time-bar__zoom">
        <button
          type="button"
          aria-label={text.review.shorter}
          title={text.review.shorter}
          onClick={() => zoom(1 / ZOOM, atMs)}
        >
          <Plus size={16} aria-hidden />
        </button>
        <button
          type="button"
          aria-label={text.review.longer}
          title={text.review.longer}
          onClick={() => zoom(ZOOM, atMs)}
        >
          <Minus size={16} aria-hidden />
        </button>
      </div>
    </div>
  );
}
