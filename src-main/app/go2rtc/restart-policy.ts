const FIRST_DELAY_MS = 250;
const MAX_DELAY_MS = 30_000;
/** A run this long forgives all earlier failures. */
const STABLE_UPTIME_MS = 60_000;
/** After so many failures in a row a person should look; the app goes on trying. */
const FAILURE_BUDGET = 8;

/** What to do after go2rtc ended. */
export interface RestartDecision {
  failures: number;
  delayMs: number;
  /** True when it looks hopeless: say so on the screen. */
  isOverBudget: boolean;
}

/** Doubling delays, a budget, and forgiveness after a stable run. Pure. */
export function decideRestart(failuresBefore: number, uptimeMs: number): RestartDecision {
  const failures = (uptimeMs >= STABLE_UPTIME_MS ? 0 : failuresBefore) + 1;
  return {
    failures,
    delayMs: Math.min(FIRST_DELAY_MS * 2 ** (failures - 1), MAX_DELAY_MS),
    isOverBudget: failures > FAILURE_BUDGET,
  };
}
