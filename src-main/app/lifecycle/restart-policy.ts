const FIRST_DELAY_MS = 250;
const MAX_DELAY_MS = 30_000;
/** A run this long forgives all earlier failures. */
const STABLE_UPTIME_MS = 60_000;
/** After so many failures in a row a person should look; the app goes on trying. */
const FAILURE_BUDGET = 8;
/** One that never answered since the app asked for it will hardly do so at the next try. */
const START_BUDGET = 2;

/** What to do after a process of ours ended. */
export interface RestartDecision {
  failures: number;
  delayMs: number;
  /** True when it looks hopeless: say so on the screen. */
  isOverBudget: boolean;
}

/**
 * Doubling delays, a budget, and forgiveness after a stable run. Pure.
 * @param hasAnswered whether it was healthy at any time since its supervisor was started
 */
export function decideRestart(
  failuresBefore: number,
  uptimeMs: number,
  hasAnswered = true,
): RestartDecision {
  const failures = (uptimeMs >= STABLE_UPTIME_MS ? 0 : failuresBefore) + 1;
  return {
    failures,
    delayMs: Math.min(FIRST_DELAY_MS * 2 ** (failures - 1), MAX_DELAY_MS),
    isOverBudget: failures > (hasAnswered ? FAILURE_BUDGET : START_BUDGET),
  };
}
