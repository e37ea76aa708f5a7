import { CircleAlert, HardDrive, Info } from 'lucide-react';
import type { ReactNode } from 'react';
import { text } from '../../../text/catalogue.ts';
import { request } from '../../../api/ipc-client.ts';
import { clockTime } from '../../../text/clock-time.ts';
import { sinceText } from '../../../text/since-text.ts';
import { hideNotice } from '../../../store/hidden-notices.ts';
import { openHealth } from '../../../store/health-store.ts';
import { showCamera } from '../../../store/view-store.ts';
import { Button } from '../../../ui/Button.tsx';
import { GuardedIcon } from '../../admin/index.ts';
import { focusTileOf } from '../../wall/index.ts';
import type { Problem, ProblemItem, ProblemWay } from './problem.ts';

interface ProblemListProps {
  problems: readonly Problem[];
  /** Unix time. */
  nowMs: number;
  onNvrs: () => void;
  /** Something was chosen that lies behind the list. */
  onLeave: () => void;
}

/** One row a cause: what, since when, what to do, and which recorders or cameras. */
export function ProblemList({ problems, nowMs, onNvrs, onLeave }: ProblemListProps): ReactNode {
  const ways: Record<ProblemWay, (problem: Problem) => void> = {
    'restart-streaming': () => void request('playback:restart', {}),
    'retry-keychain': () => void request('secrets:retry', {}),
    'open-nvrs': () => {
      onLeave();
      onNvrs();
    },
    'open-health': ({ items }) => {
      onLeave();
      openHealth(items[0]?.id ?? null);
    },
    hide: ({ key }) => hideNotice(key),
  };
  return (
    <ul>
      {problems.map((problem) => (
        <li key={problem.key} data-broken={problem.isBroken}>
          {problem.isBroken ? (
            <CircleAlert size={18} aria-hidden />
          ) : (
            <Info size={18} aria-hidden />
          )}
          <div className="problem-list__words">
            <p className="problem-list__title" dir="auto">
              {problem.title}
              {problem.sinceMs !== null && (
                <span className="problem-list__since"> {sinceText(problem.sinceMs, nowMs)}</span>
              )}
            </p>
            {problem.advice !== '' && <p className="problem-list__advice">{problem.advice}</p>}
            {(problem.items.length > 1 || problem.items[0]?.isCamera === true) && (
              <ul className="problem-list__items">
                {problem.items.map((item) => (
                  <li key={item.id}>
                    <Item item={item} nowMs={nowMs} onLeave={onLeave} />
                  </li>
                ))}
              </ul>
            )}
          </div>
          {problem.way !== null && (
            <WayButton
              way={problem.way}
              onClick={() => problem.way && ways[problem.way](problem)}
            />
          )}
        </li>
      ))}
    </ul>
  );
}

function WayButton({ way, onClick }: { way: ProblemWay; onClick: () => void }): ReactNode {
  const icon =
    way === 'open-nvrs' ? <GuardedIcon icon={<HardDrive size={16} aria-hidden />} /> : undefined;
  return (
    <Button icon={icon} onClick={onClick}>
      {text.shell.ways[way]}
    </Button>
  );
}

function Item(props: { item: ProblemItem; nowMs: number; onLeave: () => void }): ReactNode {
  const { id, name, sinceMs, isCamera, leftMs, why } = props.item;
  const since = sinceMs === null ? '' : sinceText(sinceMs, props.nowMs);
  const seen = leftMs === null ? '' : `, ${text.shell.notLookedAtSince(clockTime(leftMs))}`;
  const words = (
    <>
      <bdi>{name}</bdi>
      {why !== '' && <span className="problem-list__why">{why}</span>}
      <span className="problem-list__since">
        {since}
        {seen}
      </span>
    </>
  );
  if (!isCamera) return words;
  return (
    <button
      type="button"
      title={text.shell.showPage}
      onClick={() => {
        props.onLeave();
        showCamera(id);
        focusTileOf(id);
      }}
    >
      {words}
    </button>
  );
}
