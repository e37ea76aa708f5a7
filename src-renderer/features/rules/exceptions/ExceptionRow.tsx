import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import type { EventAction } from '@contract/models/events/event-rules.ts';
import { text } from '../../../text/catalogue.ts';

interface ExceptionRowProps {
  action: EventAction;
  /** Where and when it counts. */
  said: string;
  onEdit: () => void;
  /** Null: it is the first. */
  onUp: (() => void) | null;
  /** Null: it is the last. */
  onDown: (() => void) | null;
  onRemove: () => void;
}

/** One exception: what becomes of what. */
export function ExceptionRow(props: ExceptionRowProps): ReactNode {
  const { action, said, onEdit, onUp, onDown, onRemove } = props;
  return (
    <li>
      <button
        type="button"
        className="rules__exception"
        aria-label={text.rules.edit(`${text.rules.actions[action]}, ${said}`)}
        onClick={onEdit}
      >
        <b data-action={action}>{text.rules.actions[action]}</b>
        <span>{said}</span>
      </button>
      <IconButton label={text.rules.moveUp(said)} onClick={onUp}>
        <ArrowUp size={17} aria-hidden />
      </IconButton>
      <IconButton label={text.rules.moveDown(said)} onClick={onDown}>
        <ArrowDown size={17} aria-hidden />
      </IconButton>
      <IconButton label={text.rules.remove(said)} onClick={onRemove}>
        <Trash2 size={17} aria-hidden />
      </IconButton>
    </li>
  );
}

interface IconButtonProps {
  label: string;
  onClick: (() => void) | null;
  children: ReactNode;
}

function IconButton({ label, onClick, children }: IconButtonProps): ReactNode {
  return (
    <button
      type="button"
      className="icon-button"
      aria-label={label}
      disabled={onClick === null}
      onClick={onClick ?? undefined}
    >
      {children}
    </button>
  );
}
