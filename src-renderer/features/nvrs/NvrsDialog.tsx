import { Plus, Trash2 } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { Nvr } from '@contract/models/nvr.ts';
import { adminRequest } from '../../store/admin-store.ts';
import { useNvrs } from '../../store/site-store.ts';
import { showToast } from '../../store/toast-store.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import './nvr-list.css';

interface NvrsDialogProps {
  onClose: () => void;
  onAddNvr: () => void;
}

/** The recorders of this station: which there are, and removing one. */
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

function NvrRow({ nvr }: { nvr: Nvr }): ReactNode {
  const [isAsking, setIsAsking] = useState(false);
  const remove = async (): Promise<void> => {
    const removed = await adminRequest('nvr:remove', { id: nvr.id });
    showToast(removed.ok ? `“${nvr.name}” removed.` : removed.error.message);
  };
  return (
    <li>
      <div>
        <p className="nvr-list__name">{isAsking ? `Remove “${nvr.name}”?` : nvr.name}</p>
        <p className="nvr-list__facts">
          {isAsking
            ? `Its ${nvr.maxChannels} cameras and its stored password will be gone.`
            : `${nvr.host} · ${nvr.maxChannels} channels · user ${nvr.username}`}
        </p>
      </div>
      {isAsking ? (
        <>
          <Button autoFocus onClick={() => setIsAsking(false)}>
            Keep
          </Button>
          <Button tone="danger" onClick={() => void remove()}>
            Remove
          </Button>
        </>
      ) : (
        <Button
          icon={<Trash2 size={16} aria-hidden />}
          aria-label={`Remove ${nvr.name}`}
          onClick={() => setIsAsking(true)}
        />
      )}
    </li>
  );
}
