import { Siren } from 'lucide-react';
import type { ReactNode } from 'react';
import type { JournalRow } from '@contract/models/events/journal.ts';
import { endsAtMs, type PopUps } from '../../../model/pop-ups.ts';
import { usePopUps } from '../../../store/pop-up-store.ts';
import { clockTimeWithSeconds } from '../../../text/clock-time.ts';
import { text } from '../../../text/catalogue.ts';
import { useMonotonicNow } from '../../../ui/use-monotonic-now.ts';
import { whatOf, whereOf } from '../../../text/event-words.ts';
import { usePopUpTurns } from './use-pop-up-turns.ts';
import './pop-up.css';

/** Lets alarm cameras come to the front, and says of the one that did why it is there and when the wall is back. */
export function PopUpBanner(): ReactNode {
  usePopUpTurns();
  const popUps = usePopUps();
  return popUps.shown === null ? null : <Banner popUps={popUps} row={popUps.shown.row} />;
}

function Banner({ popUps, row }: { popUps: PopUps; row: JournalRow }): ReactNode {
  const seconds = Math.max(0, Math.ceil((endsAtMs(popUps) - useMonotonicNow()) / 1000));
  const more = popUps.waiting.length;
  const { popUpMore, popUpNext, popUpReturns } = text.events;
  return (
    <div className="pop-up" data-testid="pop-up">
      <Siren strokeWidth={2.4} aria-hidden />
      <p role="alert">
        <b>{whatOf(row)}</b> {whereOf(row)}, {clockTimeWithSeconds(row.startedAtMs)}
      </p>
      <p className="pop-up__rest">
        {more > 0 ? popUpNext(seconds) : popUpReturns(seconds)}
        {more > 0 && <span>{popUpMore(more)}</span>}
        <kbd>{text.commands.keys.escape}</kbd>
      </p>
    </div>
  );
}
