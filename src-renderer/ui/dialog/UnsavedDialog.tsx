import type { ReactNode } from 'react';
import { Button } from '../Button.tsx';
import { Dialog } from './Dialog.tsx';

interface UnsavedDialogProps {
  onDiscard: () => void;
  onKeep: () => void;
}

/** Asks before something typed is lost. */
export function UnsavedDialog({ onDiscard, onKeep }: UnsavedDialogProps): ReactNode {
  return (
    <Dialog title="Unsaved changes" size="small" onClose={onKeep}>
      <div className="dialog__body">
        <p className="dialog__question">What you typed has not been saved. Discard it?</p>
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
