import type {
  ProbeFailure,
  ProbeFinding,
  ProbeProgress,
  ProbeStep,
} from '@contract/models/probe.ts';
import { err, type Result } from '@contract/result.ts';
import type { IsapiError } from '../isapi-error.ts';
import { probeFailure } from './probe-failure.ts';

/** One step: what it does, and what it found. */
export interface StepPlan<T> {
  readonly step: ProbeStep;
  readonly work: () => Promise<Result<T, IsapiError>>;
  readonly found: (value: T) => ProbeFinding;
}

/** Runs one step and tells the form about it. */
export async function runStep<T>(
  plan: StepPlan<T>,
  onProgress: (progress: ProbeProgress) => void,
): Promise<Result<T, ProbeFailure>> {
  const { step } = plan;
  onProgress({ step, state: 'running' });
  const result = await plan.work();
  if (result.ok) {
    onProgress(plan.found(result.value));
    return result;
  }
  const failure = probeFailure(step, result.error);
  onProgress({ step, state: 'failed', failure });
  return err(failure);
}
