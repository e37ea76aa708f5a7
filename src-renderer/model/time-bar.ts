/** What a time bar shows: Unix time in ms. */
export interface TimeSpan {
  readonly fromMs: number;
  readonly toMs: number;
}

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const SHORTEST_MS = MINUTE_MS;
const LONGEST_MS = 31 * 24 * HOUR_MS;
/** Of the span, behind now: so that the end of what can be asked for is seen. */
const FUTURE_SHARE = 0.08;
/** A moment so near to an edge is moved away from it. */
const EDGE_SHARE = 0.1;

/** What is shown at first: an hour, with now near its right end. */
export function firstSpan(nowMs: number): TimeSpan {
  const toMs = nowMs + HOUR_MS * FUTURE_SHARE;
  return { fromMs: toMs - HOUR_MS, toMs };
}

/** Shorter (a factor below 1) or longer, with this moment staying where it is. */
export function zoomed(
  { fromMs, toMs }: TimeSpan,
  factor: number,
  aroundMs: number,
  nowMs: number,
): TimeSpan {
  const length = toMs - fromMs;
  const wanted = Math.min(LONGEST_MS, Math.max(SHORTEST_MS, length * factor));
  const from = aroundMs - ((aroundMs - fromMs) * wanted) / length;
  return within({ fromMs: from, toMs: from + wanted }, nowMs);
}

/** The same length further on, or back. */
export function moved({ fromMs, toMs }: TimeSpan, byMs: number, nowMs: number): TimeSpan {
  return within({ fromMs: fromMs + byMs, toMs: toMs + byMs }, nowMs);
}

/** The same span where this moment is well within it; else one of the same length around it. */
export function showing(span: TimeSpan, atMs: number, nowMs: number): TimeSpan {
  const length = span.toMs - span.fromMs;
  const isSeen =
    atMs >= span.fromMs + length * EDGE_SHARE && atMs <= span.toMs - length * EDGE_SHARE;
  const isAtEnd = atMs >= span.fromMs && atMs <= span.toMs && span.toMs >= nowMs;
  if (isSeen || isAtEnd) return span;
  return within({ fromMs: atMs - length / 2, toMs: atMs + length / 2 }, nowMs);
}

/** Nothing lies beyond now but a little room. */
function within({ fromMs, toMs }: TimeSpan, nowMs: number): TimeSpan {
  const beyondMs = toMs - (nowMs + (toMs - fromMs) * FUTURE_SHARE);
  return beyondMs <= 0 ? { fromMs, toMs } : { fromMs: fromMs - beyondMs, toMs: toMs - beyondMs };
}
