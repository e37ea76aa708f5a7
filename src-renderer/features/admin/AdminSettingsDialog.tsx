import type { ReactNode } from 'react';
import { Dialog } from '../../ui/dialog/Dialog.tsx';
import { AutoLockForm } from './AutoLockForm.tsx';
import { ChangePinForm } from './ChangePinForm.tsx';
import './admin.css';

/** What an admin may set about the lock itself. */
export function AdminSettingsDialog({ onClose }: { onClose: () => void }): ReactNode {
  return (
    <Dialog title="Admin settings" size="small" onClose={onClose}>
      <AutoLockForm onDone={onClose} />
      <ChangePinForm onDone={onClose} />
    </Dialog>
  );
}
