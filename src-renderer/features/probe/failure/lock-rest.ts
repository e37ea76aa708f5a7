import { text } from '../../../text/catalogue.ts';

const MS_PER_MINUTE = 60_000;

/** How long an account stays locked, in a sentence; minutes are rounded up, since trying early begins the time anew. */
export function lockRest(endsAtMs: number | null, nowMs: number): string {
  if (endsAtMs === null) return text.probe.lockEnd.unknown;
  const minutes = Math.ceil((endsAtMs - nowMs) / MS_PER_MINUTE);
  return minutes <= 0 ? text.probe.lockEnd.over : text.probe.lockEnd.in(minutes);
}
