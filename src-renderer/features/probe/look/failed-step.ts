import type { ProbeFailure, ProbeProgress } from '@contract/models/probe.ts';

/** The step at which a look ended, as the list of steps shows it. */
export function failedStep(failure: ProbeFailure): ProbeProgress {
  return { step: failure.step, state: 'failed', failure };
}
