import type { ReactNode } from 'react';
import { text } from '../../text/catalogue.ts';
import { Button } from '../Button.tsx';
import { Dialog } from './Dialog.tsx';

interface UnsavedDialogProps {
  onDiscard: () => void;
  onKeep: () => void;
}

/** Asks before something typed is lost. */
export function UnsavedDialog({ onDiscard, onKeep }: UnsavedDialogProps): ReactNode {
  return (
    <Dialog title={text.ui.unsaved} size="small" onClose={onKeep}>
      <div className="dialog__body">
        <p className="dialog__question">{text.ui.unsavedQuestion}</p>
      </div>
      <footer className="dialog__footer">
        <Button tone="danger" onClick={onDiscard}>
          {text.ui.discard}
        </Button>
        <Button tone="primary" data-initial-focus="" onClick={onKeep}>
          {text.ui.goOn}
        </Button>
      </footer>
    </Dialog>
  );
}
