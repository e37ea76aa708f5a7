import { scaleTime } from 'd3-scale';
import type { TimeSpan } from '../../model/time-bar.ts';
import { text } from '../../text/catalogue.ts';
import { clockTime, clockTimeWithSeconds } from '../../text/clock-time.ts';
import { weekdayText } from '../../text/day-text.ts';

/** An alarm or event on the bar. */
export interface TimeMark {
  readonly fromMs: number;
  readonly toMs: number;
  readonly isAlarm: boolean;
}

/** What is drawn. */
export interface TimeBarPicture {
  readonly span: TimeSpan;
  readonly atMs: number;
  readonly nowMs: number;
  readonly marks: readonly TimeMark[];
  /** What was recorded; null: not known. */
  readonly coverage: readonly TimeSpan[] | null;
  /** Where the pointer is; null: elsewhere. */
  readonly pointedMs: number | null;
}

const TICK_EVERY_PX = 110;
const MINUTE_MS = 60_000;
const BASE_Y = 0.62;

/** Draws the bar in CSS pixels. Ticks are round times of this computer's zone, so that days of 23 and of 25 hours are drawn as long as they are. */
export function drawTimeBar(
  context: CanvasRenderingContext2D,
  width: number,
  height: number,
  { span, atMs, nowMs, marks, coverage, pointedMs }: TimeBarPicture,
): void {
  const scale = scaleTime([span.fromMs, span.toMs], [0, width]);
  const base = height * BASE_Y;
  context.clearRect(0, 0, width, height);
  context.font = `600 13px ${getComputedStyle(context.canvas).fontFamily}`;
  context.textBaseline = 'middle';
  context.textAlign = 'center';
  const nowX = scale(nowMs);
  context.fillStyle = '#2a2f38';
  context.fillRect(0, base, Math.min(width, nowX), 4);
  context.fillStyle = '#8f6fd0';
  for (const { fromMs, toMs } of coverage ?? []) {
    const from = scale(fromMs);
    context.fillRect(from, base - 1, Math.max(1, scale(toMs) - from), 6);
  }
  const ticks = scale.ticks(Math.max(2, Math.floor(width / TICK_EVERY_PX)));
  for (const tick of ticks) {
    const x = Math.round(scale(tick));
    context.fillStyle = '#3b4350';
    context.fillRect(x, base - 8, 1, 12);
    context.fillStyle = '#98a2b1';
    context.fillText(tickText(tick, span), x, base + 18);
  }
  for (const mark of marks) {
    const from = scale(mark.fromMs);
    context.fillStyle = mark.isAlarm ? '#ffd23f' : '#6f7b8c';
    context.fillRect(from, base - 14, Math.max(3, scale(mark.toMs) - from), mark.isAlarm ? 12 : 8);
  }
  if (nowX <= width) {
    context.fillStyle = '#46c07f';
    context.fillRect(nowX - 1, base - 18, 2, 26);
    context.fillText(text.review.now, Math.min(width - 18, nowX), 10);
  }
  if (pointedMs !== null) {
    const x = scale(pointedMs);
    context.fillStyle = '#e8ebf0';
    context.fillRect(x, base - 18, 1, 26);
    context.fillText(clockTimeWithSeconds(pointedMs), Math.min(width - 34, Math.max(34, x)), 10);
  }
  const x = scale(atMs);
  context.fillStyle = '#ffffff';
  context.fillRect(x - 2, base - 20, 4, 30);
}

function tickText(tick: Date, { fromMs, toMs }: TimeSpan): string {
  const atMs = tick.getTime();
  const isMidnight = tick.getHours() === 0 && tick.getMinutes() === 0 && tick.getSeconds() === 0;
  if (isMidnight) return weekdayText(atMs);
  return toMs - fromMs < 10 * MINUTE_MS ? clockTimeWithSeconds(atMs) : clockTime(atMs);
}
