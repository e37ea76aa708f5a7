import type { ReactNode } from 'react';
import { text } from '../../text/catalogue.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/dialog/Dialog.tsx';

interface RestoreDialogProps {
  onRestore: () => void;
  onClose: () => void;
}

/** Asks before what was set is replaced by what a new station has. */
export function RestoreDialog({ onRestore, onClose }: RestoreDialogProps): ReactNode {
  return (
    <Dialog title={text.rules.restoreTitle} size="small" onClose={onClose}>
      <div className="dialog__body">
        <p className="dialog__question">{text.rules.restoreQuestion}</p>
      </div>
      <footer className="dialog__footer">
        <Button data-initial-focus="" onClick={onClose}>
          {text.common.keep}
        </Button>
        <Button tone="danger" onClick={onRestore}>
          {text.rules.restoreNow}
        </Button>
      </footer>
    </Dialog>
  );
}
