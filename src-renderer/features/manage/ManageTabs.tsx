import { Archive, Cctv, HardDrive } from 'lucide-react';
import type { KeyboardEvent, ReactNode } from 'react';
import { text } from '../../text/catalogue.ts';
import { useLeave } from '../../ui/dialog/leave-guard.ts';

/** The parts of the installation. */
export type ManageTab = 'nvrs' | 'cameras' | 'site';

const TABS = [
  { id: 'nvrs', label: text.nvrs.title, Icon: HardDrive },
  { id: 'cameras', label: text.cameras.title, Icon: Cctv },
  { id: 'site', label: text.site.title, Icon: Archive },
] as const;

interface ManageTabsProps {
  tab: ManageTab;
  onTab: (tab: ManageTab) => void;
}

/** The way from one part to another, which a form may hold back. */
export function ManageTabs({ tab, onTab }: ManageTabsProps): ReactNode {
  const leave = useLeave();
  return (
    <nav className="manage__tabs" role="tablist" aria-orientation="vertical" onKeyDown={onTabKey}>
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
          onClick={() => leave(() => onTab(id))}
        >
          <Icon size={18} aria-hidden />
          {label}
        </button>
      ))}
    </nav>
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
