import type { ReactNode } from 'react';
import { Button } from '../../../ui/Button.tsx';
import type { StepProgress } from '../add/add-nvr-state.ts';
import { ProbeSteps } from './ProbeSteps.tsx';

/** The stage while a look is under way. */
export function CheckStage(props: { progress: StepProgress; onCancel: () => void }): ReactNode {
  return (
    <div className="add-nvr__stage">
      <div className="add-nvr__body">
        <ProbeSteps progress={props.progress} />
      </div>
      <footer className="dialog__footer">
        <Button data-initial-focus="" onClick={props.onCancel}>
          Cancel
        </Button>
      </footer>
    </div>
  );
}
