import type { ReactNode } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';

interface UnsavedDialogProps {
  onDiscard: () => void;
  onKeep: () => void;
}

/** Asks before something typed is lost. */
export function UnsavedDialog({ onDiscard, onKeep }: UnsavedDialogProps): ReactNode {
  return (
    <Dialog title="Unsaved changes" size="small" onClose={onKeep}>
      <div className="dialog__body">
        <p className="camera-question">What you changed has not been saved.</p>
      </div>
      <footer className="dialog__footer">
        <Button tone="danger" onClick={onDiscard}>
          Discard
        </Button>
        <Button tone="primary" data-initial-focus="" onClick={onKeep}>
          Go on editing
        </Button>
      </footer>
    </Dialog>
  );
}
