import type { ReactNode } from 'react';
import type { Nvr } from '@contract/models/nvr.ts';
import { text } from '../../text/catalogue.ts';
import { Button } from '../../ui/Button.tsx';
import { NewPasswordForm } from '../probe/index.ts';
import type { SyncStage } from './sync-state.ts';

interface SyncRefusedStageProps {
  nvr: Nvr;
  stage: Extract<SyncStage, { at: 'refused' }>;
  onLook: () => void;
  onClose: () => void;
}

/** The stage where the recorder was not asked at all, such as one without a stored password. */
export function SyncRefusedStage({
  nvr,
  stage: { error },
  onLook,
  onClose,
}: SyncRefusedStageProps): ReactNode {
  const isPasswordMissing = error.fields?.['password'] !== undefined;
  return (
    <div className="probe-stage">
      <div className="probe-stage__body">
        <section className="probe-failure probe-failure--warning" role="alert">
          <h3>{text.sync.notAsked}</h3>
          <p>{error.fields?.['password'] ?? error.message}</p>
        </section>
        {isPasswordMissing && <NewPasswordForm nvr={nvr} onDone={onLook} canCancel={false} />}
      </div>
      <footer className="dialog__footer">
        <Button data-initial-focus={isPasswordMissing ? undefined : ''} onClick={onClose}>
          {text.common.close}
        </Button>
        {error.isRetryable && (
          <Button tone="primary" onClick={onLook}>
            {text.common.tryAgain}
          </Button>
        )}
      </footer>
    </div>
  );
}
