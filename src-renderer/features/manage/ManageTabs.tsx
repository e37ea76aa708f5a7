import { Archive, BellRing, Cctv, HardDrive } from 'lucide-react';
import type { ReactNode } from 'react';
import { Tab, TabList } from 'react-aria-components/Tabs';
import { text } from '../../text/catalogue.ts';

/** The parts of the installation. */
export type ManageTab = 'nvrs' | 'cameras' | 'rules' | 'site';

const TABS = [
  { id: 'nvrs', label: text.nvrs.title, Icon: HardDrive },
  { id: 'cameras', label: text.cameras.title, Icon: Cctv },
  { id: 'rules', label: text.rules.title, Icon: BellRing },
  { id: 'site', label: text.site.title, Icon: Archive },
] as const satisfies readonly { id: ManageTab; label: string; Icon: typeof Archive }[];

/** The way from one part to another. */
export function ManageTabs({ tab }: { tab: ManageTab }): ReactNode {
  return (
    <TabList className="manage__tabs">
      {TABS.map(({ id, label, Icon }) => (
        <Tab
          key={id}
          id={id}
          className="manage__tab"
          data-initial-focus={tab === id ? '' : undefined}
          // A tab may be a link to React Aria; this one is none.
          render={(props) =>
            'href' in props ? <a {...props} /> : <div {...props} title={label} />
          }
        >
          <Icon size={18} aria-hidden />
          {label}
        </Tab>
      ))}
    </TabList>
  );
}
