import { Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { useNvrs } from '../../store/site-store.ts';
import { Button } from '../../ui/Button.tsx';
import './nvr-list.css';
import { NvrRow } from './NvrRow.tsx';

/** The recorders of this station: which there are, whether their logins hold, and what can be done. */
export function NvrsPanel({ onAddNvr }: { onAddNvr: () => void }): ReactNode {
  const nvrs = useNvrs();
  return (
    <>
      <header className="panel__header">
        <h3>NVRs</h3>
        <Button tone="primary" icon={<Plus size={16} aria-hidden />} onClick={onAddNvr}>
          Add NVR
        </Button>
      </header>
      <div className="panel__body">
        {nvrs.length === 0 && <p className="nvr-list__empty">No NVR has been added yet.</p>}
        <ul className="nvr-list">
          {nvrs.map((nvr) => (
            <NvrRow key={nvr.id} nvr={nvr} />
          ))}
        </ul>
      </div>
    </>
  );
}
