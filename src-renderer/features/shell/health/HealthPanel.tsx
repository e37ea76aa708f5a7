import { CircleCheck, X } from 'lucide-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { withKey } from '../../../commands/commands.ts';
import { exportHealth } from '../../../store/csv-store.ts';
import { closeHealth, loadHealth, useHealths } from '../../../store/health-store.ts';
import { useNvrs } from '../../../store/site-store.ts';
import { text } from '../../../text/catalogue.ts';
import { useFocusWhileOpen } from '../../../ui/use-focus-while-open.ts';
import { CsvButton } from '../../events/index.ts';
import { useWallClock } from '../bar/use-wall-clock.ts';
import { bySince } from '../problems/problem-order.ts';
import { ProblemList } from '../problems/ProblemList.tsx';
import { useSiteProblems } from '../problems/use-site-problems.ts';
import { NvrHealth } from './NvrHealth.tsx';
import { useHealthKeys } from './use-health-keys.ts';
import '../../../ui/side-panel.css';
import './health-panel.css';

/** Signs of life are told with the next change only. */
const LOAD_EVERY_MS = 10_000;

/** What is wrong anywhere, the newest first, and how each NVR is: beside the wall, of which it hides nothing. */
export function HealthPanel({ onNvrs }: { onNvrs: () => void }): ReactNode {
  const ref = useRef<HTMLElement>(null);
  useHealthKeys(ref);
  useFocusWhileOpen(ref, '[data-health-start]');
  useEffect(() => {
    const timer = setInterval(() => void loadHealth(), LOAD_EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  return (
    <aside ref={ref} className="side-panel health-panel" aria-label={text.health.title}>
      <header className="side-panel__head">
        <h2>{text.health.title}</h2>
        <CsvButton kind="health" onExport={() => void exportHealth()} />
        <button
          type="button"
          className="icon-button"
          data-health-start
          aria-label={text.common.close}
          title={withKey(text.common.close, 'health', 'close')}
          onClick={closeHealth}
        >
          <X size={18} aria-hidden />
        </button>
      </header>
      <div className="health-panel__body">
        <Problems onNvrs={onNvrs} />
        <Nvrs />
      </div>
    </aside>
  );
}

function Problems({ onNvrs }: { onNvrs: () => void }): ReactNode {
  const nowMs = useWallClock();
  const problems = bySince(useSiteProblems());
  if (problems.length === 0) {
    return (
      <section className="health-panel__well" role="status">
        <CircleCheck size={22} aria-hidden />
        <div>
          <h3>{text.health.allWell}</h3>
          <p>{text.health.allWellAdvice}</p>
        </div>
      </section>
    );
  }
  return (
    <section aria-label={text.shell.problems}>
      <h3>{text.health.problemsTitle(problems.length)}</h3>
      <div className="problem-list problem-list--panel">
        <ProblemList problems={problems} nowMs={nowMs} onNvrs={onNvrs} onLeave={() => undefined} />
      </div>
    </section>
  );
}

function Nvrs(): ReactNode {
  const nowMs = useWallClock();
  const nvrs = useNvrs().filter(({ isEnabled }) => isEnabled);
  const healths = useHealths();
  return (
    <section aria-label={text.health.nvrsTitle}>
      <h3>{text.health.nvrsTitle}</h3>
      {nvrs.length === 0 && <p>{text.health.noNvrs}</p>}
      {nvrs.map((nvr) => (
        <NvrHealth
          key={nvr.id}
          nvr={nvr}
          health={healths[nvr.id]}
          nowMs={nowMs}
          isOpenAtFirst={nvrs.length === 1}
        />
      ))}
    </section>
  );
}
