import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useRef, type MouseEvent, type ReactNode } from 'react';
import type { JournalRow } from '@contract/models/events/journal.ts';
import { useNow } from '../../ui/use-now.ts';
import { chooseEvent, listOlderEvents } from '../../store/event-store.ts';
import { text } from '../../text/catalogue.ts';
import { eventElementId, EventRow } from './EventRow.tsx';

/** As event-panel.css draws it. */
const ROW_PX = 62;
const OVERSCAN_ROWS = 6;
/** So near the end, the next page is asked for. */
const AHEAD_ROWS = 20;

interface EventListProps {
  rows: readonly JournalRow[];
  isMore: boolean;
  chosenId: number | null;
}

/** The rows, of which only the visible ones are drawn. The focus stays on the list; the chosen row is its active one. */
export function EventList({ rows, isMore, chosenId }: EventListProps): ReactNode {
  const scroller = useRef<HTMLDivElement>(null);
  const nowMs = useNow(true);
  // eslint-disable-next-line react-hooks/incompatible-library -- the compiler that minds it is not used here
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: OVERSCAN_ROWS,
    useFlushSync: false,
  });
  const shown = virtualizer.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  useStandingRows(scroller, rows);
  useEffect(() => {
    if (isMore && last >= rows.length - AHEAD_ROWS) void listOlderEvents();
  }, [isMore, last, rows.length]);
  const { scrollToIndex } = virtualizer;
  const newest = useRef(rows);
  useEffect(() => void (newest.current = rows));
  useEffect(() => {
    const at = newest.current.findIndex(({ id }) => id === chosenId);
    if (at >= 0) scrollToIndex(at, { align: 'auto' });
  }, [chosenId, scrollToIndex]);
  const isChosenDrawn = shown.some(({ index }) => rows[index]?.id === chosenId);
  return (
    <div
      ref={scroller}
      className="event-list"
      role="listbox"
      data-event-list=""
      tabIndex={0}
      aria-label={text.events.list}
      aria-activedescendant={
        isChosenDrawn && chosenId !== null ? eventElementId(chosenId) : undefined
      }
      onClick={(event) => chooseEvent(rowOf(event))}
    >
      <div role="presentation" style={{ height: virtualizer.getTotalSize() }}>
        {shown.map(({ index, start }) => {
          const row = rows[index];
          return row === undefined ? null : (
            <EventRow
              key={row.id}
              row={row}
              isChosen={row.id === chosenId}
              place={index + 1}
              of={isMore ? -1 : rows.length}
              nowMs={nowMs}
              style={{ transform: `translateY(${start}px)` }}
            />
          );
        })}
      </div>
    </div>
  );
}

/** Rows that come in above what somebody reads do not push it away. */
function useStandingRows(
  scroller: React.RefObject<HTMLElement | null>,
  rows: readonly JournalRow[],
): void {
  const before = useRef(rows);
  useLayoutEffect(() => {
    const list = scroller.current;
    const was = before.current;
    before.current = rows;
    if (list === null || list.scrollTop < ROW_PX) return;
    const top = was[Math.floor(list.scrollTop / ROW_PX)];
    const from = was.findIndex(({ id }) => id === top?.id);
    const to = rows.findIndex(({ id }) => id === top?.id);
    if (to >= 0 && to !== from) list.scrollBy(0, (to - from) * ROW_PX);
  }, [rows, scroller]);
}

function rowOf({ target }: MouseEvent): number | null {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-event-id]') : null;
  return row === null ? null : Number(row.dataset['eventId']);
}
