const MS_PER_MINUTE = 60_000;

/** How long an account stays locked, in a sentence; minutes are rounded up, since trying early begins the time anew. */
export function lockRest(endsAtMs: number | null, nowMs: number): string {
  if (endsAtMs === null) return 'The NVR does not say for how long; usually 30 minutes.';
  const minutes = Math.ceil((endsAtMs - nowMs) / MS_PER_MINUTE);
  if (minutes <= 0) return 'The time is over.';
  return `It opens in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}.`;
}
