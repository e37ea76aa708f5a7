import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ProbedList } from '@contract/models/probe.ts';
import { unreadNote } from './probe-advice.ts';

/** Says which lists a look had to do without. */
export function UnreadNote({ unread }: { unread: readonly ProbedList[] }): ReactNode {
  const note = unreadNote(unread);
  if (note === null) return null;
  return (
    <p className="probe-unread" role="status">
      <TriangleAlert size={16} aria-hidden /> {note}
    </p>
  );
}
