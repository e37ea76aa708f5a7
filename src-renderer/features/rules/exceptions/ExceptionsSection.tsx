import { Plus } from 'lucide-react';
import { useEffect, useRef, type ReactNode } from 'react';
import type { EventException } from '@contract/models/events/event-rules.ts';
import { useAllCameras } from '../../../store/site-store.ts';
import { text } from '../../../text/catalogue.ts';
import { Button } from '../../../ui/Button.tsx';
import { ExceptionRow } from './ExceptionRow.tsx';
import { exceptionText } from './exception-words.ts';

interface ExceptionsSectionProps {
  exceptions: readonly EventException[];
  onChange: (exceptions: EventException[]) => void;
  onEdit: (index: number) => void;
}

/** What goes for some cameras and hours, in the order in which it counts. */
export function ExceptionsSection(props: ExceptionsSectionProps): ReactNode {
  const { exceptions, onChange, onEdit } = props;
  const names = new Map(useAllCameras().map(({ id, name }) => [id, name]));
  const list = useRef<HTMLOListElement>(null);
  /** Where the focus goes when the list has changed. */
  const next = useRef<number | null>(null);
  useEffect(() => {
    if (next.current === null) return;
    const rows = list.current?.children;
    const row = rows?.[Math.min(next.current, rows.length - 1)];
    next.current = null;
    (row ?? list.current?.parentElement)?.querySelector('button')?.focus();
  }, [exceptions]);
  const move = (from: number, to: number): void => {
    const moved = [...exceptions];
    moved.splice(to, 0, ...moved.splice(from, 1));
    next.current = to;
    onChange(moved);
  };
  const remove = (index: number): void => {
    next.current = index;
    onChange(exceptions.filter((_, at) => at !== index));
  };
  return (
    <section className="rules__section">
      <h4>{text.rules.exceptions}</h4>
      <p className="rules__about">{text.rules.exceptionsAbout}</p>
      {exceptions.length === 0 && <p className="rules__none">{text.rules.noExceptions}</p>}
      <ol ref={list} className="rules__exceptions">
        {exceptions.map((exception, index) => (
          <ExceptionRow
            // Two may be the same.
            key={index}
            action={exception.action}
            said={exceptionText(exception, (id) => names.get(id))}
            onEdit={() => onEdit(index)}
            onUp={index === 0 ? null : () => move(index, index - 1)}
            onDown={index === exceptions.length - 1 ? null : () => move(index, index + 1)}
            onRemove={() => remove(index)}
          />
        ))}
      </ol>
      {exceptions.some(silencesAll) && (
        <p className="rules__warning" role="status">
          {text.rules.nothingAlarms}
        </p>
      )}
      <Button icon={<Plus size={16} aria-hidden />} onClick={() => onEdit(exceptions.length)}>
        {text.rules.add}
      </Button>
    </section>
  );
}

function silencesAll({ action, types, cameraIds, schedule }: EventException): boolean {
  return action !== 'alarm' && types.length + cameraIds.length === 0 && schedule === null;
}
