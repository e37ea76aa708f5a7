import { TriangleAlert } from 'lucide-react';
import { useId, useRef, type ReactNode } from 'react';
import { text } from '../../../text/catalogue.ts';
import { sinceText } from '../../../text/since-text.ts';
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
  const listId = useId();
  const listRef = useRef<HTMLDivElement>(null);
  const nowMs = useWallClock();
  const [first] = problems;
  const place = isOver ? 'over' : 'bar';
  return (
    <div className="site-strip" role="status">
      {first !== undefined && (
        <>
          <button
            type="button"
            className={`site-strip__button site-strip__button--${place}`}
            data-testid={isOver ? 'site-strip-over' : 'site-strip'}
            data-broken={problems.some(({ isBroken }) => isBroken)}
            popoverTarget={listId}
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
          <div
            ref={listRef}
            id={listId}
            popover="auto"
            className={`problem-list problem-list--${place}`}
            role="group"
            aria-label={text.shell.problems}
          >
            <ProblemList
              problems={problems}
              nowMs={nowMs}
              onNvrs={onNvrs}
              onLeave={() => listRef.current?.hidePopover()}
            />
          </div>
        </>
      )}
    </div>
  );
}

/** "since 14:01 · Warehouse". */
function detailOf({ sinceMs, detail }: Problem, nowMs: number): string {
  const since = sinceMs === null ? '' : sinceText(sinceMs, nowMs);
  return [since, detail].filter((part) => part !== '').join(' · ');
}
