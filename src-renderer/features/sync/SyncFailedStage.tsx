import type { ReactNode } from 'react';
import type { Nvr } from '@contract/models/nvr.ts';
import { text } from '../../text/catalogue.ts';
import { Button } from '../../ui/Button.tsx';
import { NewPasswordForm, ProbeFailureNote, ProbeSteps } from '../probe/index.ts';
import { useMonotonicNow } from '../../ui/use-monotonic-now.ts';
import { syncAdvice } from './sync-advice.ts';
import type { SyncStage } from './sync-state.ts';

interface SyncFailedStageProps {
  nvr: Nvr;
  stage: Extract<SyncStage, { at: 'failed' }>;
  onLook: () => void;
  onClose: () => void;
}

/** The stage after a look that ended early: what happened, and what to do next. */
export function SyncFailedStage({ nvr, stage, onLook, onClose }: SyncFailedStageProps): ReactNode {
  const { failure, progress, endsAtMs } = stage;
  const isLocked = failure.kind === 'locked';
  const isPasswordWanted = failure.kind === 'wrong-password';
  const now = useMonotonicNow();
  // Before the end, even the right password would begin the lock's time anew.
  const canRetry = isLocked ? endsAtMs !== null && now >= endsAtMs : !isPasswordWanted;
  return (
    <div className="probe-stage">
      <div className="probe-stage__body">
        <ProbeSteps progress={progress} />
        <ProbeFailureNote failure={failure} advice={syncAdvice(failure, nvr)} endsAtMs={endsAtMs} />
        {isPasswordWanted && <NewPasswordForm nvr={nvr} onDone={onLook} canCancel={false} />}
      </div>
      <footer className="dialog__footer">
        <Button data-initial-focus={isPasswordWanted ? undefined : ''} onClick={onClose}>
          {text.common.close}
        </Button>
        {canRetry && (
          <Button tone="primary" onClick={onLook}>
            {text.common.tryAgain}
          </Button>
        )}
      </footer>
    </div>
  );
}
