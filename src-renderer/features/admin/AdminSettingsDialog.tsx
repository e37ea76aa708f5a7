import { useState, type ReactNode } from 'react';
import { text } from '../../text/catalogue.ts';
import { Dialog } from '../../ui/dialog/Dialog.tsx';
import { AutoLockForm } from './AutoLockForm.tsx';
import { ChangePinForm } from './ChangePinForm.tsx';
import './admin.css';

/** What an admin may set about the lock itself. Saving one form does not close over what is typed in the other. */
export function AdminSettingsDialog({ onClose }: { onClose: () => void }): ReactNode {
  const [isMinutesTyped, setIsMinutesTyped] = useState(false);
  const [isPinTyped, setIsPinTyped] = useState(false);
  return (
    <Dialog title={text.admin.settings} size="small" onClose={onClose}>
      <AutoLockForm
        onDirty={setIsMinutesTyped}
        onDone={() => {
          if (!isPinTyped) onClose();
        }}
      />
      <ChangePinForm
        onDirty={setIsPinTyped}
        onDone={() => {
          if (!isMinutesTyped) onClose();
        }}
      />
    </Dialog>
  );
}
