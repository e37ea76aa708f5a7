import type { ReactNode } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/dialog/Dialog.tsx';
import { countedCameras, removeCameras } from '../camera-actions.ts';
import type { CameraEntry } from '../table/camera-entry.ts';

interface RemoveDialogProps {
  /** In the order of the wall. */
  entries: readonly CameraEntry[];
  onClose: () => void;
}

/** Asks before cameras are removed, and says how many and which. */
export function RemoveDialog({ entries, onClose }: RemoveDialogProps): ReactNode {
  const [first] = entries;
  const rest = entries.length - 1;
  const remove = async (): Promise<void> => {
    onClose();
    await removeCameras(new Set(entries.map(({ camera }) => camera.id)));
  };
  return (
    <Dialog title={`Remove ${countedCameras(entries.length)}?`} size="small" onClose={onClose}>
      <div className="dialog__body">
        <p className="dialog__question">
          “{first?.camera.name}”{rest > 0 && ` and ${rest.toLocaleString('en')} more`} will be gone
          from this station. The NVR keeps recording. For 10 seconds this can be undone.
        </p>
      </div>
      <footer className="dialog__footer">
        <Button data-initial-focus="" onClick={onClose}>
          Keep
        </Button>
        <Button tone="danger" onClick={() => void remove()}>
          Remove
        </Button>
      </footer>
    </Dialog>
  );
}
