import { Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { useNvrs } from '../../store/site-store.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import './nvr-list.css';
import { NvrRow } from './NvrRow.tsx';

interface NvrsDialogProps {
  onClose: () => void;
  onAddNvr: () => void;
}

/** The recorders of this station: which there are, whether their logins hold, and what can be done. */
export function NvrsDialog({ onClose, onAddNvr }: NvrsDialogProps): ReactNode {
  const nvrs = useNvrs();
  return (
    <Dialog title="NVRs" onClose={onClose}>
      {nvrs.length === 0 && <p className="nvr-list__empty">No NVR has been added yet.</p>}
      <ul className="nvr-list">
        {nvrs.map((nvr) => (
          <NvrRow key={nvr.id} nvr={nvr} />
        ))}
      </ul>
      <footer className="dialog__footer">
        <Button onClick={onClose}>Close</Button>
        <Button tone="primary" icon={<Plus size={16} aria-hidden />} onClick={onAddNvr}>
          Add NVR
        </Button>
      </footer>
    </Dialog>
  );
}
