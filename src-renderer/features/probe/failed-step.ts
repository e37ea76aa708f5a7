import type { ProbeFailure, ProbeProgress } from '@contract/models/probe.ts';

/** The step at which a look ended, as the list of steps shows it. */
export function failedStep(failure: ProbeFailure): ProbeProgress {
  const { step, message } = failure;
  const isCertificate =
    failure.kind === 'certificate-unknown' || failure.kind === 'certificate-changed';
  // The fingerprints have a place of their own.
  return {
    step,
    state: 'failed',
    message: isCertificate ? 'Its certificate needs your decision.' : message,
  };
}
