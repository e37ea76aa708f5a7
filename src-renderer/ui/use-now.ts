import { useSyncExternalStore } from 'react';

const STEP_MS = 500;

/** Date.now() in steps of half a second, right at once and renewed while `isActive`, for ages such as "frozen 12 s". */
export function useNow(isActive: boolean): number {
  return useSyncExternalStore(isActive ? everyStep : never, thisStep);
}

function thisStep(): number {
  return Math.floor(Date.now() / STEP_MS) * STEP_MS;
}

function everyStep(onStep: () => void): () => void {
  const timer = setInterval(onStep, STEP_MS);
  return () => clearInterval(timer);
}

function never(): () => void {
  return () => undefined;
}
