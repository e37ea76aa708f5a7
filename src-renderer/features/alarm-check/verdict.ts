import type { AlarmSource } from '@contract/models/alarm-check.ts';

/** Whether an event arrives, the worst first. */
export const VERDICTS = [
  'not-sent',
  'never',
  'no-right',
  'some-hours',
  'unknown',
  'off',
  'sent',
] as const;

/** One of them. */
export type Verdict = (typeof VERDICTS)[number];

/** What an NVR's answers come to. What is switched off is no fault: most NVRs list far more than anybody uses. */
export function verdictOf({ detector, notifies, hours }: AlarmSource): Verdict {
  if (detector === 'off') return 'off';
  if (notifies === 'no') return 'not-sent';
  if (hours === 'never') return 'never';
  if (detector === 'no-permission' || notifies === 'no-permission') return 'no-right';
  if (detector === 'untold' || notifies === 'untold') return 'unknown';
  return hours === 'some-hours' ? 'some-hours' : 'sent';
}

/** Of several the worst; null: there is none. */
export function worstOf(sources: readonly AlarmSource[]): Verdict | null {
  const found = new Set(sources.map(verdictOf));
  return VERDICTS.find((verdict) => found.has(verdict)) ?? null;
}

/** Events that are not as they should be, or may not be, by what is the matter. */
export function findingsIn(
  sources: readonly AlarmSource[],
): { verdict: Exclude<Verdict, 'sent'>; sources: AlarmSource[] }[] {
  return VERDICTS.flatMap((verdict) => {
    const own = sources.filter((source) => verdictOf(source) === verdict);
    return verdict === 'sent' || own.length === 0 ? [] : [{ verdict, sources: own }];
  });
}
