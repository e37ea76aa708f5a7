import { Plus, Settings2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useIsUnlocked } from '../../store/admin-store.ts';
import { useAppInfo } from '../../store/status-store.ts';
import { useTileCounts, type TileCounts } from '../../store/tile-store.ts';
import { Button } from '../../ui/Button.tsx';
import { AdminChip } from '../admin/AdminChip.tsx';
import { GuardedIcon } from '../admin/GuardedIcon.tsx';
import { GridPicker } from '../wall/GridPicker.tsx';
import { Pager } from '../wall/Pager.tsx';
import { RecordingChip } from '../wall/RecordingChip.tsx';
import { ViewMenu } from '../wall/ViewMenu.tsx';
import { Brand } from './Brand.tsx';
import './top-bar.css';

/** Every machine this app runs on shows so many pictures in time. */
const MOST_USUAL_TILES = 16;

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
  const hint = useIsUnlocked() ? undefined : 'Needs the admin PIN';
  return (
    <header className="top-bar" inert={props.inert}>
      <div className="top-bar__group">
        <Brand />
        {isDemo && <span className="top-bar__demo">Demo</span>}
        <GridPicker />
        <ViewMenu />
        <Pager />
        <RecordingChip />
      </div>
      <WallSummary />
      <div className="top-bar__group top-bar__group--end">
        <AdminChip onSettings={props.onAdminSettings} />
        <Button
          aria-label="Manage"
          title={hint}
          icon={<GuardedIcon icon={<Settings2 size={16} aria-hidden />} />}
          onClick={props.onManage}
        >
          Manage
        </Button>
        <Button
          aria-label="Add NVR"
          title={hint}
          icon={<GuardedIcon icon={<Plus size={16} aria-hidden />} />}
          onClick={props.onAddNvr}
        >
          Add NVR
        </Button>
      </div>
    </header>
  );
}

function WallSummary(): ReactNode {
  const counts = useTileCounts();
  if (counts.all === 0) return <div />;
  const { tone, text } = summaryOf(counts);
  return (
    <p className={`top-bar__summary top-bar__summary--${tone}`} role="status">
      <span className="top-bar__dot" />
      {text}
    </p>
  );
}

function summaryOf({ live, late, problems, all }: TileCounts): { tone: string; text: string } {
  if (problems > 0) return { tone: 'problem', text: `${problems} of ${all} not live` };
  // One tile that is behind has its own reason; most of a large wall have the same one.
  if (all > MOST_USUAL_TILES && late > all / 2) {
    return { tone: 'late', text: `${late} of ${all} behind: choose a smaller grid` };
  }
  if (live === all) return { tone: 'good', text: `${all} live` };
  return { tone: 'starting', text: `${live} of ${all} live` };
}
