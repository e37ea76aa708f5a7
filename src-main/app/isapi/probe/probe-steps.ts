import type { ProbeFailure, ProbeProgress, ProbeStep } from '@contract/models/probe.ts';
import { err, type Result } from '@contract/result.ts';
import type { IsapiError } from '../isapi-error.ts';
import { probeFailure } from './probe-failure.ts';

/** How a step ended well. */
export type StepEnd = Pick<ProbeProgress, 'state' | 'message'>;

/** One step: what is said before it, what it does, and what is said after it. */
export interface StepPlan<T> {
  readonly step: ProbeStep;
  readonly message: string;
  readonly work: () => Promise<Result<T, IsapiError>>;
  readonly end: (value: T) => StepEnd;
}

/** Runs one step and tells the form about it. */
export async function runStep<T>(
  plan: StepPlan<T>,
  onProgress: (progress: ProbeProgress) => void,
): Promise<Result<T, ProbeFailure>> {
  const { step, message } = plan;
  onProgress({ step, state: 'running', message });
  const result = await plan.work();
  if (result.ok) {
    onProgress({ step, ...plan.end(result.value) });
    return result;
  }
  const failure = probeFailure(step, result.error);
  onProgress({ step, state: 'failed', message: failure.message });
  return err(failure);
}
