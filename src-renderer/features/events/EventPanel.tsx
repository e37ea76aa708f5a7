import { Settings, X } from 'lucide-react';
import { useRef, useState, type ReactNode } from 'react';
import type { JournalRow } from '@contract/models/events/journal.ts';
import { withKey } from '../../commands/commands.ts';
import { useIsUnlocked } from '../../store/admin-store.ts';
import { useUnwritten } from '../../store/alarm-store.ts';
import { exportJournal } from '../../store/csv-store.ts';
import {
  closeEvents,
  currentEvents,
  filterOf,
  listEvents,
  useChosenEvent,
  useEventRows,
  useEventsFailure,
  useEventsLoaded,
  useIsMoreEvents,
  useWantedEvents,
} from '../../store/event-store.ts';
import { text } from '../../text/catalogue.ts';
import { Button } from '../../ui/Button.tsx';
import { useFocusWhileOpen } from '../../ui/use-focus-while-open.ts';
import { CsvButton } from './CsvButton.tsx';
import { EventDetail } from './EventDetail.tsx';
import { EventFilters } from './EventFilters.tsx';
import { EventList } from './EventList.tsx';
import { NoteDialog } from './NoteDialog.tsx';
import { MuteMenu } from './sound/MuteMenu.tsx';
import { useEventKeys } from './use-event-keys.ts';
import '../../ui/side-panel.css';
import './event-panel.css';

/** What NVRs told, beside the wall. */
export function EventPanel({ onRules }: { onRules: () => void }): ReactNode {
  const ref = useRef<HTMLElement>(null);
  const [noted, setNoted] = useState<JournalRow | null>(null);
  const chosen = useChosenEvent();
  useEventKeys(ref, setNoted);
  useFocusWhileOpen(ref, '[data-event-list]');
  return (
    <aside ref={ref} className="side-panel event-panel" aria-label={text.events.title}>
      <header className="side-panel__head">
        <h2>{text.events.title}</h2>
        <CsvButton
          kind="journal"
          onExport={() => void exportJournal(filterOf(currentEvents().wanted))}
        />
        <RulesButton onClick={onRules} />
        <MuteMenu />
        <button
          type="button"
          className="icon-button"
          aria-label={text.common.close}
          title={withKey(text.common.close, 'events', 'close')}
          onClick={closeEvents}
        >
          <X size={18} aria-hidden />
        </button>
      </header>
      <EventFilters />
      <Rows chosenId={chosen?.id ?? null} />
      <Unwritten />
      <EventDetail row={chosen} onNote={() => setNoted(chosen)} />
      {noted !== null && <NoteDialog row={noted} onClose={() => setNoted(null)} />}
    </aside>
  );
}

/** What is an alarm is set elsewhere, behind the PIN; whoever wonders about it is here. */
function RulesButton({ onClick }: { onClick: () => void }): ReactNode {
  const isUnlocked = useIsUnlocked();
  const { title } = text.rules;
  return (
    <button
      type="button"
      className="icon-button"
      aria-label={title}
      title={isUnlocked ? title : text.shell.needsPin(title)}
      onClick={onClick}
    >
      <Settings size={18} aria-hidden />
    </button>
  );
}

/** The list is always there, as what has the focus and the keys; what is said in place of rows lies over it. */
function Rows({ chosenId }: { chosenId: number | null }): ReactNode {
  const rows = useEventRows();
  return (
    <div className="event-panel__rows">
      <EventList rows={rows} isMore={useIsMoreEvents()} chosenId={chosenId} />
      <InPlaceOfRows isEmpty={rows.length === 0} />
    </div>
  );
}

function InPlaceOfRows({ isEmpty }: { isEmpty: boolean }): ReactNode {
  const failure = useEventsFailure();
  const isLoaded = useEventsLoaded();
  const { onlyOpen, onlyUnacknowledged, cameraId, type } = useWantedEvents();
  const isNarrowed = onlyOpen || onlyUnacknowledged || cameraId !== null || type !== null;
  const { none, noneAdvice, noneMatch, noneMatchAdvice, notListed, loading } = text.events;
  if (failure !== null) {
    return (
      <div className="event-panel__said" role="alert">
        <p>
          <b>{notListed}</b>
        </p>
        <p>{failure}</p>
        <Button onClick={() => void listEvents()}>{text.common.tryAgain}</Button>
      </div>
    );
  }
  if (!isEmpty) return null;
  return (
    <div className="event-panel__said" role="status">
      <p>
        <b>{!isLoaded ? loading : isNarrowed ? noneMatch : none}</b>
      </p>
      {isLoaded && <p>{isNarrowed ? noneMatchAdvice : noneAdvice}</p>}
    </div>
  );
}

function Unwritten(): ReactNode {
  const unwritten = useUnwritten();
  return unwritten === 0 ? null : (
    <p className="event-panel__unwritten" role="alert">
      {text.events.unwritten(unwritten)}
    </p>
  );
}
