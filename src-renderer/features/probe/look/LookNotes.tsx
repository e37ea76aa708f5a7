import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ProbeReport } from '@contract/models/probe.ts';
import { text } from '../../../text/catalogue.ts';
import { unreadNote } from '../failure/probe-advice.ts';

interface LookNotesProps {
  of: Pick<ProbeReport, 'unread' | 'leftOut'>;
}

/** Says what a look is without: lists that could not be read, cameras that cannot be added. */
export function LookNotes({ of: { unread, leftOut } }: LookNotesProps): ReactNode {
  const notes = [unreadNote(unread), leftOut > 0 ? text.probe.leftOut(leftOut) : null];
  return notes
    .filter((note) => note !== null)
    .map((note) => (
      <p key={note} className="look-note" role="status">
        <TriangleAlert size={16} aria-hidden /> {note}
      </p>
    ));
}
