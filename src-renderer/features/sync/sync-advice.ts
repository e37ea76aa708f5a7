import type { Nvr } from '@contract/models/nvr.ts';
import type { ProbeFailure } from '@contract/models/probe.ts';
import { text } from '../../text/catalogue.ts';
import { portAdvice, type ProbeAdvice } from '../probe/index.ts';

/** Where a recorder that is there already needs another advice than one that is to be added. */
const OWN_ADVICE: Partial<Record<ProbeFailure['kind'], string>> = text.sync.advice;

/** What an installer can do about a comparison that failed. */
export function syncAdvice(
  failure: ProbeFailure,
  nvr: Pick<Nvr, 'httpPort' | 'isHttps'>,
): ProbeAdvice {
  const { kind } = failure;
  const { title, advice } = text.probe.advice[kind];
  return { title, advice: portAdvice(failure, nvr) ?? OWN_ADVICE[kind] ?? advice };
}
