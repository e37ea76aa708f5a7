import type { ReactNode } from 'react';
import type { BulkQuestion } from './BulkBar.tsx';
import { MoveDialog } from './MoveDialog.tsx';
import { RemoveDialog } from './RemoveDialog.tsx';
import { RenameDialog } from './RenameDialog.tsx';
import type { CameraList } from '../table/use-camera-list.ts';

interface BulkQuestionsProps {
  question: BulkQuestion | null;
  list: CameraList;
  ids: ReadonlySet<number>;
  onClose: () => void;
  onMoved: () => void;
}

/** The question that is open about the chosen cameras, if one is. */
export function BulkQuestions(props: BulkQuestionsProps): ReactNode {
  const { question, list, ids, onClose } = props;
  const chosen = list.entries.filter(({ camera }) => ids.has(camera.id));
  switch (question) {
    case null:
      return null;
    case 'rename':
      return <RenameDialog entries={chosen} onClose={onClose} />;
    case 'remove':
      return <RemoveDialog entries={chosen} onClose={onClose} />;
    case 'move':
      return (
        <MoveDialog
          ids={ids}
          total={list.entries.length}
          onMoved={props.onMoved}
          onClose={onClose}
        />
      );
  }
}
