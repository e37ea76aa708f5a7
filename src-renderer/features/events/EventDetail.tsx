import type { ReactNode } from 'react';
import type { JournalRow } from '@contract/models/events/journal.ts';
import { withKey } from '../../commands/commands.ts';
import { isWaiting } from '../../model/event-list.ts';
import { acknowledgeEvent, acknowledgeKind } from '../../store/acknowledge.ts';
import { useHealths } from '../../store/health-store.ts';
import { useWallCameras } from '../../store/site-store.ts';
import { openFullscreen } from '../../store/view-store.ts';
import { text } from '../../text/catalogue.ts';
import { clockTime } from '../../text/clock-time.ts';
import { Button } from '../../ui/Button.tsx';
import { nvrClockOf, whatOf, whereOf } from '../../text/event-words.ts';
import { replay } from './replay.ts';
import { EventPicture } from './EventPicture.tsx';

interface EventDetailProps {
  row: JournalRow | null;
  onNote: () => void;
}

/** The chosen row, and what can be done with it. Its place is the same whatever is chosen. */
export function EventDetail({ row, onNote }: EventDetailProps): ReactNode {
  const healths = useHealths();
  if (row === null) return <p className="event-detail event-detail--none">{text.events.choose}</p>;
  const driftMs = healths[row.nvrId]?.clock.driftMs ?? null;
  return (
    <section className="event-detail" aria-label={whatOf(row)}>
      {row.hasPicture && (
        <span className="event-detail__picture">
          <EventPicture key={row.id} id={row.id} />
        </span>
      )}
      <h3>{whatOf(row)}</h3>
      <p className="event-detail__where">
        <bdi>{whereOf(row)}</bdi>
        {row.cameraId === null ? ` · ${text.events.noCamera}` : ''}
      </p>
      <p className="event-detail__note" dir="auto">
        {[acknowledgedText(row), nvrClockOf(row, driftMs), row.note]
          .filter((part) => part !== '')
          .join(' · ')}
      </p>
      <Acts row={row} onNote={onNote} />
    </section>
  );
}

function Acts({ row, onNote }: { row: JournalRow; onNote: () => void }): ReactNode {
  const { acknowledge, acknowledgeKind: ofKind, goTo, note } = text.events;
  const { cameraId } = row;
  const isOnWall = useWallCameras().some(({ id }) => id === cameraId);
  const isIdle = !isWaiting(row);
  return (
    <div className="event-detail__acts">
      <Button
        tone={isIdle ? 'quiet' : 'primary'}
        isBusy={isIdle}
        title={withKey(acknowledge, 'events', 'acknowledge')}
        onClick={() => void acknowledgeEvent(row)}
      >
        {acknowledge}
      </Button>
      <Button
        isBusy={row.severity === 'log'}
        title={withKey(ofKind, 'events', 'acknowledgeKind')}
        onClick={() => void acknowledgeKind(row)}
      >
        {ofKind}
      </Button>
      <Button
        isBusy={!isOnWall}
        title={withKey(goTo, 'events', 'goTo')}
        onClick={() => cameraId !== null && openFullscreen(cameraId)}
      >
        {goTo}
      </Button>
      <Button
        isBusy={!isOnWall}
        title={withKey(text.review.replayTip, 'events', 'replay')}
        onClick={() => replay(row)}
      >
        {text.review.replay}
      </Button>
      <Button title={withKey(note, 'events', 'note')} onClick={onNote}>
        {note}
      </Button>
    </div>
  );
}

function acknowledgedText({
  severity,
  acknowledgedAtMs,
  acknowledgedBy,
}: Pick<JournalRow, 'severity' | 'acknowledgedAtMs' | 'acknowledgedBy'>): string {
  if (severity === 'log') return '';
  if (acknowledgedAtMs === null) return text.events.waits;
  return text.events.acknowledgedBy(acknowledgedBy ?? '', clockTime(acknowledgedAtMs));
}
