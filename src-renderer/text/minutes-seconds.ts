const MS_PER_SECOND = 1_000;
const SECONDS_PER_MINUTE = 60;

/** A countdown as people read it: 4:07, 0:27. */
export function minutesSeconds(ms: number): string {
  const total = Math.max(0, Math.round(ms / MS_PER_SECOND));
  const seconds = String(total % SECONDS_PER_MINUTE).padStart(2, '0');
  return `${Math.floor(total / SECONDS_PER_MINUTE)}:${seconds}`;
}
