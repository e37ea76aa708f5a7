import { Plus, Settings2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { text } from '../../../text/catalogue.ts';
import { useIsUnlocked } from '../../../store/admin-store.ts';
import { useAppInfo } from '../../../store/status-store.ts';
import { useTileCounts } from '../../../store/tile-store.ts';
import { Button } from '../../../ui/Button.tsx';
import { AdminChip, GuardedIcon } from '../../admin/index.ts';
import { EventsButton } from '../../events/index.ts';
import { HealthButton } from '../health/HealthButton.tsx';
import { FindButton, GridPicker, Pager, RecordingChip, ViewMenu } from '../../wall/index.ts';
import { Brand } from './Brand.tsx';
import { Clock } from './Clock.tsx';
import { SavedFilesMenu } from './SavedFilesMenu.tsx';
import { SiteStrip } from '../problems/SiteStrip.tsx';
import { useSiteProblems } from '../problems/use-site-problems.ts';
import { wallSummary } from './wall-summary.ts';
import './top-bar.css';

interface TopBarProps {
  /** True while it is covered: then no key may reach it. */
  inert: boolean;
  onManage: () => void;
  onAddNvr: () => void;
  onAdminSettings: () => void;
}

/** The one bar: what the wall shows on the left, whether it is well in the middle, the installation on the right. */
export function TopBar(props: TopBarProps): ReactNode {
  const isDemo = useAppInfo()?.isDemo === true;
  const isUnlocked = useIsUnlocked();
  const tip = (what: string): string => (isUnlocked ? what : text.shell.needsPin(what));
  return (
    <header className="top-bar" inert={props.inert}>
      <div className="top-bar__group">
        <Brand />
        {isDemo && <span className="top-bar__demo">{text.shell.demo}</span>}
        <GridPicker />
        <ViewMenu />
        <FindButton />
        <Pager />
        <RecordingChip />
      </div>
      <SiteStatus onNvrs={props.onManage} />
      <div className="top-bar__group top-bar__group--end">
        <Clock />
        <EventsButton />
        <HealthButton />
        <SavedFilesMenu />
        <AdminChip onSettings={props.onAdminSettings} />
        <Button
          aria-label={text.shell.manage}
          title={tip(text.shell.manage)}
          icon={<GuardedIcon icon={<Settings2 size={16} aria-hidden />} />}
          onClick={props.onManage}
        >
          {text.shell.manage}
        </Button>
        <Button
          aria-label={text.shell.addNvr}
          title={tip(text.shell.addNvr)}
          icon={<GuardedIcon icon={<Plus size={16} aria-hidden />} />}
          onClick={props.onAddNvr}
        >
          {text.shell.addNvr}
        </Button>
      </div>
    </header>
  );
}

/** What is broken anywhere, and how the visible tiles are: both have their place, so that nothing moves when one of them comes or goes. */
function SiteStatus({ onNvrs }: { onNvrs: () => void }): ReactNode {
  const problems = useSiteProblems();
  return (
    <div className="top-bar__status">
      <SiteStrip problems={problems} onNvrs={onNvrs} />
      <WallSummary isBroken={problems.some(({ isBroken }) => isBroken)} />
    </div>
  );
}

function WallSummary({ isBroken }: { isBroken: boolean }): ReactNode {
  const counts = useTileCounts();
  if (counts.all === 0) return null;
  const { tone, said, detail, short } = wallSummary(counts, isBroken);
  const [count, what] = short;
  return (
    <p
      className={`top-bar__summary top-bar__summary--${tone}`}
      role="status"
      title={[said, detail].filter((part) => part !== '').join(', ')}
    >
      <span className="top-bar__count">
        <span className="top-bar__dot" />
        <span className="top-bar__text" data-testid="wall-summary">
          {said}
        </span>
        <span className="top-bar__short" aria-hidden>
          {count}
        </span>
      </span>
      <span className="top-bar__detail">{detail}</span>
      <span className="top-bar__short" aria-hidden>
        {what}
      </span>
    </p>
  );
}
