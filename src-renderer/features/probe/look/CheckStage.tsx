import type { ReactNode } from 'react';
import { text } from '../../../text/catalogue.ts';
import { Button } from '../../../ui/Button.tsx';
import './probe-stage.css';
import { ProbeSteps } from './ProbeSteps.tsx';
import type { StepProgress } from './step-progress.ts';

/** The stage while a look is under way. */
export function CheckStage(props: { progress: StepProgress; onCancel: () => void }): ReactNode {
  return (
    <div className="probe-stage">
      <div className="probe-stage__body">
        <ProbeSteps progress={props.progress} />
      </div>
      <footer className="dialog__footer">
        <Button data-initial-focus="" onClick={props.onCancel}>
          {text.common.cancel}
        </Button>
      </footer>
    </div>
  );
}
