import { Plus, Video } from 'lucide-react';
import { useMemo, useState, type ReactNode } from 'react';
import { text } from '../../../text/catalogue.ts';
import { useNvrs } from '../../../store/site-store.ts';
import { Button } from '../../../ui/Button.tsx';
import { useLeave } from '../../../ui/dialog/leave-guard.ts';
import { EditNvrPanel } from '../edit/EditNvrPanel.tsx';
import { useListFocus } from './list-focus.ts';
import './nvr-list.css';
import { NvrRow } from './NvrRow.tsx';
import type { NvrsView } from './nvrs-view.ts';
import { SingleCameraPanel } from '../single/SingleCameraPanel.tsx';

interface NvrsPanelProps {
  onAddNvr: () => void;
  /** What to begin with. */
  initialView?: NvrsView | undefined;
}

/** The recorders of this station: which there are, whether their logins hold, and what can be done. */
export function NvrsPanel({ onAddNvr, initialView = LIST }: NvrsPanelProps): ReactNode {
  const nvrs = useNvrs();
  const [view, setView] = useState<NvrsView>(initialView);
  const back = (): void => setView(LIST);
  const leave = useLeave();
  const ref = useListFocus(
    view,
    useMemo(() => nvrs.map(({ id }) => id), [nvrs]),
  );
  const edited = view.at === 'edit' ? nvrs.find(({ id }) => id === view.id) : undefined;
  if (edited !== undefined) return <EditNvrPanel key={edited.id} nvr={edited} onDone={back} />;
  if (view.at === 'single') return <SingleCameraPanel onDone={back} />;
  return (
    <div ref={ref} className="nvrs-panel">
      <header className="panel__header">
        <h3>{text.nvrs.title}</h3>
        <Button
          icon={<Video size={16} aria-hidden />}
          data-opens="single"
          onClick={() => leave(() => setView({ at: 'single' }))}
        >
          {text.nvrs.askSingle}
        </Button>
        <Button
          tone="primary"
          icon={<Plus size={16} aria-hidden />}
          data-opens="add"
          onClick={() => leave(onAddNvr)}
        >
          {text.nvrs.add}
        </Button>
      </header>
      <div className="panel__body">
        {nvrs.length === 0 && <p className="nvr-list__empty">{text.nvrs.empty}</p>}
        <ul className="nvr-list">
          {nvrs.map((nvr) => (
            <NvrRow
              key={nvr.id}
              nvr={nvr}
              onEdit={() => leave(() => setView({ at: 'edit', id: nvr.id }))}
            />
          ))}
        </ul>
      </div>
    </div>
  );
}

const LIST: NvrsView = { at: 'list' };
