import { Check, Circle, Siren } from 'lucide-react';
import type { CSSProperties, ReactNode } from 'react';
import type { JournalRow } from '@contract/models/events/journal.ts';
import { isWaiting } from '../../model/event-list.ts';
import { text } from '../../text/catalogue.ts';
import { courseOf, whatOf, whenOf, whereOf } from '../../text/event-words.ts';
import { EventPicture } from './EventPicture.tsx';

interface EventRowProps {
  row: JournalRow;
  isChosen: boolean;
  /** From 1, and of how many; -1: nobody knows how many. */
  place: number;
  of: number;
  nowMs: number;
  style: CSSProperties;
}

/** Of the row's element, for aria-activedescendant. */
export function eventElementId(id: number): string {
  return `event-${id}`;
}

/** One condition. An alarm is told from a log entry by icon, word and shape; colour only helps. */
export function EventRow({ row, isChosen, place, of, nowMs, style }: EventRowProps): ReactNode {
  const kind = row.severity === 'log' ? 'log' : isWaiting(row) ? 'waiting' : 'acknowledged';
  const Icon = kind === 'log' ? Circle : kind === 'waiting' ? Siren : Check;
  return (
    <div
      id={eventElementId(row.id)}
      className={`event-row event-row--${kind} ${row.hasPicture ? 'event-row--pictured' : ''}`}
      role="option"
      aria-selected={isChosen}
      aria-posinset={place}
      aria-setsize={of}
      data-event-id={row.id}
      data-testid="event-row"
      style={style}
    >
      <span className="event-row__line">
        <span className="event-row__kind">
          <Icon size={14} strokeWidth={2.4} aria-hidden />
          {row.severity === 'alarm' ? text.events.alarm : text.events.log}
        </span>
        <b className="event-row__what">{whatOf(row)}</b>
        <time className="event-row__when">{whenOf(row, nowMs)}</time>
      </span>
      <span className="event-row__line">
        <bdi className="event-row__where">{whereOf(row)}</bdi>
        <span className="event-row__course">{courseOf(row, nowMs)}</span>
      </span>
      {row.hasPicture && (
        <span className="event-row__picture">
          <EventPicture id={row.id} />
        </span>
      )}
    </div>
  );
}
