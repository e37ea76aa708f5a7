import { useState, type ReactNode } from 'react';
import { text } from '../../text/catalogue.ts';
import { Dialog } from '../../ui/dialog/Dialog.tsx';
import { LockRest } from '../admin/index.ts';
import { CamerasPanel } from '../cameras/index.ts';
import { NvrsPanel, type NvrsView } from '../nvrs/index.ts';
import { Toasts } from '../shell/index.ts';
import { SitePanel } from '../site/index.ts';
import { onManageKey } from './manage-keys.ts';
import { ManageTabs, type ManageTab } from './ManageTabs.tsx';
import './manage.css';

interface ManageDialogProps {
  onClose: () => void;
  onAddNvr: () => void;
  /** What the list of recorders begins with. */
  nvrsView?: NvrsView | undefined;
}

/** Everything an installer changes, over the wall, which goes on playing. */
export function ManageDialog({ onClose, onAddNvr, nvrsView }: ManageDialogProps): ReactNode {
  const [tab, setTab] = useState<ManageTab>('nvrs');
  return (
    <Dialog title={text.shell.manage} size="full" aside={<LockRest />} onClose={onClose}>
      <div className="manage" onKeyDown={onManageKey}>
        <ManageTabs tab={tab} onTab={setTab} />
        <section
          id="manage-panel"
          className="manage__panel"
          role="tabpanel"
          aria-labelledby={`manage-tab-${tab}`}
        >
          {tab === 'nvrs' && <NvrsPanel onAddNvr={onAddNvr} initialView={nvrsView} />}
          {tab === 'cameras' && <CamerasPanel />}
          {tab === 'site' && <SitePanel />}
        </section>
        <Toasts />
      </div>
    </Dialog>
  );
}
