import { useState, type ReactNode } from 'react';
import { TabPanel, Tabs } from 'react-aria-components/Tabs';
import { text } from '../../text/catalogue.ts';
import { Dialog } from '../../ui/dialog/Dialog.tsx';
import { useLeave } from '../../ui/dialog/leave-guard.ts';
import { LockRest } from '../admin/index.ts';
import { CamerasPanel } from '../cameras/index.ts';
import { NvrsPanel, type NvrsView } from '../nvrs/index.ts';
import { RulesPanel } from '../rules/index.ts';
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
  /** The part that is shown first. */
  initialTab?: ManageTab;
}

/** Everything an installer changes, over the wall, which goes on playing. */
export function ManageDialog({ onClose, ...parts }: ManageDialogProps): ReactNode {
  return (
    <Dialog title={text.shell.manage} size="full" aside={<LockRest />} onClose={onClose}>
      <div className="manage" onKeyDown={onManageKey}>
        <Parts {...parts} />
        <Toasts />
      </div>
    </Dialog>
  );
}

/** One part at a time; a form in it may hold back the way to another. */
function Parts({
  onAddNvr,
  nvrsView,
  initialTab = 'nvrs',
}: Omit<ManageDialogProps, 'onClose'>): ReactNode {
  const [tab, setTab] = useState(initialTab);
  const leave = useLeave();
  return (
    <Tabs
      className="manage__parts"
      orientation="vertical"
      selectedKey={tab}
      onSelectionChange={(key) => leave(() => setTab(key as ManageTab))}
    >
      <ManageTabs tab={tab} />
      <TabPanel id="nvrs" className="manage__panel">
        <NvrsPanel onAddNvr={onAddNvr} initialView={nvrsView} />
      </TabPanel>
      <TabPanel id="cameras" className="manage__panel">
        <CamerasPanel />
      </TabPanel>
      <TabPanel id="rules" className="manage__panel">
        <RulesPanel />
      </TabPanel>
      <TabPanel id="site" className="manage__panel">
        <SitePanel />
      </TabPanel>
    </Tabs>
  );
}
