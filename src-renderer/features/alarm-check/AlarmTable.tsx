import { useRef, type KeyboardEvent, type ReactNode } from 'react';
import type { EventRules } from '@contract/models/events/event-rules.ts';
import type { EventType } from '@contract/models/events/event-type.ts';
import { text } from '../../text/catalogue.ts';
import { type AlarmGrid, type CellPlace, type GridRow, placeAfter } from './alarm-grid.ts';
import { worstOf } from './verdict.ts';

interface AlarmTableProps {
  /** What its rows are. */
  title: string;
  /** What the row of the NVR itself is called. */
  nvrName: string;
  grid: AlarmGrid;
  actions: EventRules['actions'] | null;
  /** Null: none of it. */
  chosen: CellPlace | null;
  onChoose: (place: CellPlace) => void;
}

const FIRST: CellPlace = { row: 0, column: 0 };

/** Cameras by events, one stop of the Tab key: arrows lead from cell to cell. */
export function AlarmTable(props: AlarmTableProps): ReactNode {
  const { title, nvrName, grid, actions, chosen, onChoose } = props;
  const ref = useRef<HTMLTableElement>(null);
  const current = chosen ?? FIRST;
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = placeAfter(event.key, current, grid);
    if (next === null) return;
    event.preventDefault();
    onChoose(next);
    ref.current?.querySelector<HTMLElement>(`[data-cell="${next.row}/${next.column}"]`)?.focus();
  };
  return (
    <table ref={ref} className="alarm-table" role="grid" aria-label={title} onKeyDown={onKeyDown}>
      <thead>
        <tr>
          <th scope="col">{title}</th>
          {grid.columns.map((type) => (
            <th key={type} scope="col">
              {columnName(type)}
              <small>{actions === null ? '\u00a0' : text.alarmCheck.becomes[actions[type]]}</small>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {grid.rows.map((row, index) => (
          <Row
            key={row.camera?.id ?? 'itself'}
            row={row}
            name={row.camera?.name ?? nvrName}
            columns={grid.columns}
            index={index}
            isChosen={(column) => chosen?.row === index && chosen.column === column}
            isStop={(column) => current.row === index && current.column === column}
            onChoose={(column) => onChoose({ row: index, column })}
          />
        ))}
      </tbody>
    </table>
  );
}

interface RowProps {
  row: GridRow;
  name: string;
  columns: readonly EventType[];
  index: number;
  isChosen: (column: number) => boolean;
  isStop: (column: number) => boolean;
  onChoose: (column: number) => void;
}

function Row({ row, name, columns, index, isChosen, isStop, onChoose }: RowProps): ReactNode {
  return (
    <tr>
      <th scope="row" dir="auto" title={name}>
        {row.camera !== null && <span className="alarm-table__channel">{row.camera.channel}</span>}
        {name}
      </th>
      {columns.map((type, column) => {
        const verdict = worstOf(row.cells[column] ?? []);
        const said = verdict === null ? '–' : text.alarmCheck.verdicts[verdict];
        return (
          <td key={type}>
            <button
              type="button"
              className="alarm-table__cell"
              data-cell={`${index}/${column}`}
              data-verdict={verdict ?? 'none'}
              tabIndex={isStop(column) ? 0 : -1}
              aria-pressed={isChosen(column)}
              aria-label={`${text.alarmCheck.at(columnName(type), name)}: ${verdict === null ? text.alarmCheck.none : said}`}
              onClick={() => onChoose(column)}
            >
              {said}
            </button>
          </td>
        );
      })}
    </tr>
  );
}

function columnName(type: EventType): string {
  return type === 'other' ? text.alarmCheck.others : text.events.types[type];
}
