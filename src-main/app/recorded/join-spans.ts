import type { RecordedSpan } from '@contract/models/recording.ts';

/** Files of one recording follow each other within this. */
const JOINED_WITHIN_MS = 2_000;

/** Spans in their order, with those joined that overlap or follow each other. */
export function joinSpans(spans: readonly RecordedSpan[]): RecordedSpan[] {
  const joined: RecordedSpan[] = [];
  for (const span of spans.toSorted((one, other) => one.fromMs - other.fromMs)) {
    const last = joined.at(-1);
    if (last === undefined || span.fromMs > last.toMs + JOINED_WITHIN_MS) joined.push(span);
    else joined[joined.length - 1] = { ...last, toMs: Math.max(last.toMs, span.toMs) };
  }
  return joined;
}
