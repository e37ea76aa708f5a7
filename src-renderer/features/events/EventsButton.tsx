import { Siren } from 'lucide-react';
import type { ReactNode } from 'react';
import { UNACKNOWLEDGED_MAX } from '@contract/models/events/journal.ts';
import { withKey } from '../../commands/commands.ts';
import { useUnacknowledged } from '../../store/alarm-store.ts';
import { closeEvents, useIsEventPanelOpen } from '../../store/event-store.ts';
import { openEventsInstead } from '../../store/health-store.ts';
import { text } from '../../text/catalogue.ts';
import './events-button.css';

/** Opens and closes the panel, and counts the alarms that wait. Its width is the same whatever the count. */
export function EventsButton({ isOver = false }: { isOver?: boolean }): ReactNode {
  const waiting = useUnacknowledged();
  const isOpen = useIsEventPanelOpen();
  if (isOver && waiting === 0) return null;
  return (
    <button
      type="button"
      className="events-button"
      data-testid={isOver ? 'events-button-over' : 'events-button'}
      data-waiting={waiting > 0}
      aria-label={text.events.openWith(waiting, UNACKNOWLEDGED_MAX)}
      aria-expanded={isOpen}
      title={withKey(text.events.open, 'wall', 'events')}
      onClick={isOpen ? closeEvents : openEventsInstead}
    >
      <Siren size={18} aria-hidden />
      <span className="events-button__count" aria-hidden>
        {waiting > 0 && text.events.badge(waiting)}
      </span>
    </button>
  );
}
