import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, type MouseEvent, type ReactNode, type RefObject } from 'react';
import { text } from '../../../text/catalogue.ts';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { stateOf } from './camera-filter.ts';
import { goTo, tickAll, toggle, type Selection } from './camera-selection.ts';
import { CameraTableRow, rowElementId } from './CameraTableRow.tsx';
import { onTableKey } from './table-keys.ts';
import type { CameraList } from './use-camera-list.ts';
import './camera-table.css';

/** As camera-table.css draws it. */
const ROW_PX = 38;
/** Rows kept ready above and below what is seen: a wheel's turn shows no gap. */
const OVERSCAN_ROWS = 8;

const { columns } = text.cameras;

interface CameraTableProps {
  list: CameraList;
  selection: Selection;
  onSelection: (selection: Selection) => void;
  /** The camera in the side panel. */
  openId: number | null;
  /** `isEntered`: the focus is to go there, too. */
  onOpen: (id: number, isEntered: boolean) => void;
  onRemove: () => void;
  onMove: (step: 1 | -1) => void;
  gridRef: RefObject<HTMLDivElement | null>;
  /** Each new object brings the cursor's row into view. */
  reveal: object;
  /** What to say in place of rows. */
  children: ReactNode;
}

/** Thousands of cameras, of which only the visible ones are drawn. The focus stays on the table; `cursor` is its active row. */
export function CameraTable(props: CameraTableProps): ReactNode {
  const { list, selection, onSelection, gridRef } = props;
  const { order, byId, healths } = list;
  const scroller = useRef<HTMLDivElement>(null);
  // eslint-disable-next-line react-hooks/incompatible-library -- the compiler that minds it is not used here
  const virtualizer = useVirtualizer({
    count: order.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: OVERSCAN_ROWS,
    useFlushSync: false,
  });
  const rows = virtualizer.getVirtualItems();
  const cursorIndex = selection.cursor === null ? -1 : order.indexOf(selection.cursor);
  useCursorInView(virtualizer.scrollToIndex, cursorIndex, props.reveal, list);
  const ticked = order.filter((id) => selection.ids.has(id)).length;

  const onClick = (event: MouseEvent): void => {
    const id = rowOf(event);
    if (id === null) return;
    if (event.shiftKey) onSelection(goTo(selection, order, order.indexOf(id), true));
    else if (event.ctrlKey || event.metaKey || event.target instanceof HTMLInputElement) {
      onSelection(toggle(selection, id));
    } else {
      onSelection({ ...selection, cursor: id, anchor: id });
      props.onOpen(id, false);
    }
  };
  return (
    <div
      ref={gridRef}
      role="grid"
      className="camera-table"
      tabIndex={0}
      aria-label={text.cameras.title}
      aria-multiselectable
      aria-rowcount={order.length + 1}
      aria-activedescendant={
        rows.some(({ index }) => index === cursorIndex) && selection.cursor !== null
          ? rowElementId(selection.cursor)
          : undefined
      }
      onKeyDown={(event) =>
        onTableKey(event, {
          ...{ order, selection, onSelection },
          pageRows: () => Math.floor((scroller.current?.clientHeight ?? ROW_PX) / ROW_PX),
          onEdit: (id) => props.onOpen(id, true),
          onRemove: props.onRemove,
          onMove: props.onMove,
        })
      }
    >
      <div role="row" className="camera-table__head" aria-rowindex={1}>
        <span role="columnheader">
          <Checkbox
            label={<span className="camera-table__unseen">{columns.all}</span>}
            checked={ticked > 0 && ticked === order.length}
            isMixed={ticked > 0 && ticked < order.length}
            onChange={(isTicked) => onSelection(tickAll(selection, order, isTicked))}
          />
        </span>
        <span role="columnheader" className="camera-row__number" title={columns.numberTip}>
          {columns.number}
        </span>
        <span role="columnheader">{columns.name}</span>
        <span role="columnheader">{columns.nvr}</span>
        <span role="columnheader" className="camera-row__number" title={columns.channelTip}>
          {columns.channel}
        </span>
        <span role="columnheader">{columns.stream}</span>
        <span role="columnheader">{columns.state}</span>
        <span role="columnheader">
          <span className="camera-table__unseen">{columns.notes}</span>
        </span>
      </div>
      <div
        ref={scroller}
        className="camera-table__rows"
        role={order.length === 0 ? 'presentation' : 'rowgroup'}
        tabIndex={order.length === 0 ? undefined : -1}
        onMouseDown={(event) => {
          if (rowOf(event) === null) return;
          // The focus stays with the table, or its keys would be lost with the row.
          event.preventDefault();
          gridRef.current?.focus({ preventScroll: true });
        }}
        onClick={onClick}
        onDoubleClick={(event) => {
          const id = rowOf(event);
          if (id !== null) props.onOpen(id, true);
        }}
      >
        {order.length === 0 && props.children}
        <div role="presentation" style={{ height: virtualizer.getTotalSize() }}>
          {rows.map(({ index, start }) => {
            const entry = byId.get(order[index] ?? 0);
            if (entry === undefined) return null;
            const { id } = entry.camera;
            return (
              <CameraTableRow
                key={id}
                entry={entry}
                state={stateOf(entry, healths)}
                index={index}
                topPx={start}
                isSelected={selection.ids.has(id)}
                isCursor={id === selection.cursor}
                isOpen={id === props.openId}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}

function rowOf(event: MouseEvent): number | null {
  const row = (event.target as HTMLElement).closest<HTMLElement>('[data-camera-id]');
  return row === null ? null : Number(row.dataset['cameraId']);
}

/** The list begins at its top when it was asked for anew, and shows the cursor when that went somewhere. */
function useCursorInView(
  scrollToIndex: (index: number) => void,
  cursorIndex: number,
  reveal: object,
  { criteria }: CameraList,
): void {
  useEffect(() => scrollToIndex(0), [criteria, scrollToIndex]);
  useEffect(() => {
    if (cursorIndex >= 0) scrollToIndex(cursorIndex);
  }, [cursorIndex, reveal, scrollToIndex]);
}
