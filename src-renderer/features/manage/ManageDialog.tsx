import { Archive, Cctv, HardDrive } from 'lucide-react';
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { Dialog } from '../../ui/Dialog.tsx';
import { LockRest } from '../admin/LockRest.tsx';
import { CamerasPanel } from '../cameras/CamerasPanel.tsx';
import { NvrsPanel, type NvrsView } from '../nvrs/NvrsPanel.tsx';
import { Toasts } from '../shell/Toast.tsx';
import { SitePanel } from '../site/SitePanel.tsx';
import { onManageKey } from './manage-keys.ts';
import { leavePanel } from './leave-guard.ts';
import './manage.css';

/** The parts of the installation. */
export type ManageTab = 'nvrs' | 'cameras' | 'site';

const TABS = [
  { id: 'nvrs', label: 'NVRs', Icon: HardDrive },
  { id: 'cameras', label: 'Cameras', Icon: Cctv },
  { id: 'site', label: 'Backup & transfer', Icon: Archive },
] as const;

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
    <Dialog title="Manage" size="full" aside={<LockRest />} onClose={() => leavePanel(onClose)}>
      <div className="manage" onKeyDown={onManageKey}>
        <nav
          className="manage__tabs"
          role="tablist"
          aria-orientation="vertical"
          onKeyDown={onTabKey}
        >
          {TABS.map(({ id, label, Icon }) => (
            <button
              key={id}
              type="button"
              role="tab"
              title={label}
              id={`manage-tab-${id}`}
              aria-selected={tab === id}
              aria-controls="manage-panel"
              tabIndex={tab === id ? 0 : -1}
              data-initial-focus={tab === id ? '' : undefined}
              onClick={() => leavePanel(() => setTab(id))}
            >
              <Icon size={18} aria-hidden />
              {label}
            </button>
          ))}
        </nav>
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

/** Arrow keys go from tab to tab, as the ARIA pattern for tabs asks. */
function onTabKey(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0) return;
  event.preventDefault();
  const tabs = [...event.currentTarget.querySelectorAll<HTMLElement>('[role="tab"]')];
  const at = tabs.indexOf(document.activeElement as HTMLElement);
  const next = tabs[(at + step + tabs.length) % tabs.length];
  next?.focus();
  next?.click();
}
