import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { text } from '../../../text/catalogue.ts';
import { sinceText } from '../../../text/since-text.ts';
import { Popup } from '../../../ui/Popup.tsx';
import { ProblemList } from './ProblemList.tsx';
import type { Problem } from './problem.ts';
import { useWallClock } from '../bar/use-wall-clock.ts';
import './site-strip.css';

interface SiteStripProps {
  problems: readonly Problem[];
  /** Over a camera that fills the window. */
  isOver?: boolean;
  onNvrs: () => void;
}

/** The first thing to be seen while anything is broken, whichever page is on screen; leads to the list. Nothing while all is well. */
export function SiteStrip({ problems, isOver = false, onNvrs }: SiteStripProps): ReactNode {
  const nowMs = useWallClock();
  const [first] = problems;
  return (
    <div className={isOver ? 'site-strip site-strip--over' : 'site-strip'} role="status">
      {first !== undefined && (
        <Popup
          label={text.shell.problems}
          className="problem-list"
          align={isOver ? 'end' : 'center'}
          trigger={
            <button
              type="button"
              className="site-strip__button"
              data-testid={isOver ? 'site-strip-over' : 'site-strip'}
              data-broken={problems.some(({ isBroken }) => isBroken)}
            >
              <TriangleAlert aria-hidden />
              <span className="site-strip__words">
                <span className="site-strip__headline">{first.headline} </span>
                <bdi className="site-strip__detail">{detailOf(first, nowMs)}</bdi>
              </span>
              {problems.length > 1 && (
                <b className="site-strip__more" title={text.shell.problemCount(problems.length)}>
                  {' '}
                  +{problems.length - 1}
                  <span className="site-strip__unseen"> {text.shell.more}</span>
                </b>
              )}
            </button>
          }
        >
          {(close) => (
            <ProblemList problems={problems} nowMs={nowMs} onNvrs={onNvrs} onLeave={close} />
          )}
        </Popup>
      )}
    </div>
  );
}

/** "since 14:01 · Warehouse". */
function detailOf({ sinceMs, detail }: Problem, nowMs: number): string {
  const since = sinceMs === null ? '' : sinceText(sinceMs, nowMs);
  return [since, detail].filter((part) => part !== '').join(' · ');
}
