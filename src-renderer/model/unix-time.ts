const SECOND_MS = 1000;

/**
 * The time of day of an instant of this page, to the second, as the clock has it now: what is measured by a clock that nobody can set
 * is shown by the one that people read.
 * @param steadyMs `performance.now()` milliseconds
 * @returns Unix time in milliseconds
 */
export function unixTimeOf(steadyMs: number): number {
  const agoMs = performance.now() - steadyMs;
  return Math.round((Date.now() - agoMs) / SECOND_MS) * SECOND_MS;
}
