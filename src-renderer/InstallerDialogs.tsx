import type { ReactNode } from 'react';
import { AdminSettingsDialog } from './features/admin/index.ts';
import { ManageDialog } from './features/manage/index.ts';
import { AddNvrDialog } from './features/nvrs/index.ts';

/** Which of them is open. */
export type InstallerDialog = 'manage' | 'add-nvr' | 'add-single' | 'admin-settings';

interface InstallerDialogsProps {
  open: InstallerDialog;
  onClose: () => void;
  onAddNvr: () => void;
  onAddSingle: () => void;
}

/** All that needs the admin PIN. It is most of the page's code, so it is loaded after the wall. */
export function InstallerDialogs(props: InstallerDialogsProps): ReactNode {
  const { open, onClose, onAddNvr, onAddSingle } = props;
  switch (open) {
    case 'manage':
      return <ManageDialog key={open} onClose={onClose} onAddNvr={onAddNvr} />;
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
      return <AddNvrDialog onClose={onClose} onAddSingle={onAddSingle} />;
    case 'admin-settings':
      return <AdminSettingsDialog onClose={onClose} />;
  }
}
