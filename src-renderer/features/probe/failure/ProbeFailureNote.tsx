import type { ReactNode } from 'react';
import type { ProbeFailure } from '@contract/models/probe.ts';
import { text } from '../../../text/catalogue.ts';
import { useMonotonicNow } from '../../../ui/use-monotonic-now.ts';
import { Fingerprint } from './Fingerprint.tsx';
import { lockRest } from './lock-rest.ts';
import type { ProbeAdvice } from './probe-advice.ts';

interface ProbeFailureNoteProps {
  failure: ProbeFailure;
  advice: ProbeAdvice;
  /** When a lock is over, by this computer's clock; null: unknown or no lock. */
  endsAtMs: number | null;
}

/** Why a look ended early: what happened, how long a lock lasts, which certificates there are, and what to do next. */
export function ProbeFailureNote({ failure, advice, endsAtMs }: ProbeFailureNoteProps): ReactNode {
  const isWarning = failure.kind !== 'certificate-unknown';
  return (
    <section
      className={`probe-failure ${isWarning ? 'probe-failure--warning' : ''}`}
      role="alert"
      aria-label={advice.title}
    >
      <h3>{advice.title}</h3>
      {failure.kind === 'locked' && <LockRest endsAtMs={endsAtMs} />}
      <Fingerprints failure={failure} />
      <p>{advice.advice}</p>
    </section>
  );
}

function LockRest({ endsAtMs }: Pick<ProbeFailureNoteProps, 'endsAtMs'>): ReactNode {
  const now = useMonotonicNow();
  return <p className="probe-failure__lock">{lockRest(endsAtMs, now)}</p>;
}

function Fingerprints({ failure }: Pick<ProbeFailureNoteProps, 'failure'>): ReactNode {
  if (failure.kind === 'certificate-unknown') {
    return <Fingerprint label={text.probe.fingerprint} value={failure.fingerprint} />;
  }
  if (failure.kind !== 'certificate-changed') return null;
  return (
    <>
      <Fingerprint label={text.probe.fingerprintBefore} value={failure.pinnedFingerprint} />
      <Fingerprint label={text.probe.fingerprintNow} value={failure.fingerprint} />
    </>
  );
}
