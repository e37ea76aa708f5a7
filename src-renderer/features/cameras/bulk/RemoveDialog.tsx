import type { ReactNode } from 'react';
import { text } from '../../../text/catalogue.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/dialog/Dialog.tsx';
import { removeCameras } from '../camera-actions.ts';
import type { CameraEntry } from '../table/camera-entry.ts';

interface RemoveDialogProps {
  /** In the order of the wall. */
  entries: readonly CameraEntry[];
  onClose: () => void;
}

/** Asks before cameras are removed, and says how many and which. */
export function RemoveDialog({ entries, onClose }: RemoveDialogProps): ReactNode {
  const [first] = entries;
  const remove = async (): Promise<void> => {
    onClose();
    await removeCameras(new Set(entries.map(({ camera }) => camera.id)));
  };
  return (
    <Dialog title={text.cameras.removeTitle(entries.length)} size="small" onClose={onClose}>
      <div className="dialog__body">
        <p className="dialog__question">
          {text.cameras.loss(first?.camera.name ?? '', entries.length - 1)}{' '}
        </p>
      </div>
      <footer className="dialog__footer">
        <Button data-initial-focus="" onClick={onClose}>
          {text.common.keep}
        </Button>
        <Button tone="danger" onClick={() => void remove()}>
          {text.common.remove}
        </Button>
      </footer>
    </Dialog>
  );
}
