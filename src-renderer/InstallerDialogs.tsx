import type { ReactNode } from 'react';
import { AlarmCheckDialog } from './features/alarm-check/index.ts';
import { AdminSettingsDialog } from './features/admin/index.ts';
import { ManageDialog } from './features/manage/index.ts';
import { AddNvrDialog } from './features/nvrs/index.ts';
import { useNvrs } from './store/site-store.ts';

/** Which of them is open. */
export type InstallerDialog =
  | 'manage'
  /** Manage, at the alarm rules. */
  | 'rules'
  | 'add-nvr'
  | 'add-single'
  | 'admin-settings'
  /** Of this NVR. */
  | { alarmsOf: number };

interface InstallerDialogsProps {
  open: InstallerDialog;
  onClose: () => void;
  onAddNvr: () => void;
  onAddSingle: () => void;
  onCheckAlarms: (nvrId: number) => void;
}

/** All that needs the admin PIN. It is most of the page's code, so it is loaded after the wall. */
export function InstallerDialogs(props: InstallerDialogsProps): ReactNode {
  const { open, onClose, onAddNvr, onAddSingle, onCheckAlarms } = props;
  if (typeof open === 'object') return <AlarmCheckOf nvrId={open.alarmsOf} onClose={onClose} />;
  switch (open) {
    case 'manage':
      return <ManageDialog key={open} onClose={onClose} onAddNvr={onAddNvr} />;
    case 'rules':
      return <ManageDialog key={open} initialTab="rules" onClose={onClose} onAddNvr={onAddNvr} />;
    case 'add-single':
      return (
        <ManageDialog
          key={open}
          onClose={onClose}
          onAddNvr={onAddNvr}
          nvrsView={{ at: 'single' }}
        />
      );
    case 'add-nvr':
      return <AddNvrDialog {...{ onClose, onAddSingle, onCheckAlarms }} />;
    case 'admin-settings':
      return <AdminSettingsDialog onClose={onClose} />;
  }
}

function AlarmCheckOf({ nvrId, onClose }: { nvrId: number; onClose: () => void }): ReactNode {
  const nvr = useNvrs().find(({ id }) => id === nvrId);
  return nvr === undefined ? null : <AlarmCheckDialog nvr={nvr} onClose={onClose} />;
}
