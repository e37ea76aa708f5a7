import type { ReactNode } from 'react';
import { text } from '../../../text/catalogue.ts';
import { Button } from '../../../ui/Button.tsx';
import type { AddNvrStage } from './add-nvr-state.ts';
import { portAdvice, probeAction, ProbeFailureNote, ProbeSteps } from '../../probe/index.ts';
import type { LookForm } from './use-look.ts';
import { useMonotonicNow } from '../../../ui/use-monotonic-now.ts';

interface FailedStageProps {
  form: LookForm;
  stage: Extract<AddNvrStage, { at: 'failed' }>;
  /** Not where the recorder is there already. */
  canAddByPattern: boolean;
}

/** The stage after a look that ended early: what happened, and what to do next. */
export function FailedStage({ form, stage, canAddByPattern }: FailedStageProps): ReactNode {
  const { failure, progress, endsAtMs } = stage;
  const { httpPort, isHttps } = form.state.entries;
  const { title, advice } = text.probe.advice[failure.kind];
  const aboutPort = portAdvice(failure, { httpPort: Number(httpPort), isHttps });
  return (
    <div className="probe-stage">
      <div className="probe-stage__body">
        <ProbeSteps progress={progress} isQuestion={failure.kind === 'certificate-unknown'} />
        <ProbeFailureNote
          failure={failure}
          advice={{ title, advice: aboutPort ?? advice }}
          endsAtMs={endsAtMs}
        />
      </div>
      <footer className="dialog__footer">
        <Button data-initial-focus="" onClick={form.goBack}>
          {text.common.back}
        </Button>
        <NextStep form={form} stage={stage} canAddByPattern={canAddByPattern} />
      </footer>
    </div>
  );
}

function NextStep({ form, stage, canAddByPattern }: FailedStageProps): ReactNode {
  const { failure, endsAtMs } = stage;
  const isLocked = failure.kind === 'locked';
  const now = useMonotonicNow();
  switch (probeAction(failure.kind)) {
    case 'retry':
      // Before the end, even the right password would begin the lock's time anew.
      if (isLocked && (endsAtMs === null || now < endsAtMs)) return null;
      return <TryAgain form={form} />;
    case 'retry-or-pattern':
      return (
        <>
          {canAddByPattern && <ByPattern form={form} />}
          <TryAgain form={form} />
        </>
      );
    case 'trust':
      if (!('fingerprint' in failure)) return null;
      return (
        <Button
          tone={failure.kind === 'certificate-changed' ? 'danger' : 'primary'}
          onClick={() => void form.connect(failure.fingerprint)}
        >
          {failure.kind === 'certificate-changed' ? text.nvrs.trustNew : text.nvrs.trust}
        </Button>
      );
    case 'https':
      if (failure.kind !== 'https-wanted') return null;
      return (
        <Button tone="primary" onClick={() => void form.connectSecurely(failure.port)}>
          {text.nvrs.useHttps}
        </Button>
      );
    case 'pattern':
      return canAddByPattern ? <ByPattern form={form} tone="primary" /> : null;
  }
}

function TryAgain({ form }: Pick<FailedStageProps, 'form'>): ReactNode {
  return (
    <Button tone="primary" onClick={() => void form.connect()}>
      {text.common.tryAgain}
    </Button>
  );
}

interface ByPatternProps extends Pick<FailedStageProps, 'form'> {
  /** Left out: it is not what most people need here. */
  tone?: 'primary';
}

function ByPattern({ form, tone }: ByPatternProps): ReactNode {
  return (
    <Button
      {...(tone && { tone })}
      onClick={() => form.dispatch({ type: 'way-chosen', way: 'pattern' })}
    >
      {text.nvrs.byPatternInstead}
    </Button>
  );
}
