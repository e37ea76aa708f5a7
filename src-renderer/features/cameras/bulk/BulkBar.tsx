import { Eye, EyeOff, MoveVertical, PencilLine, RefreshCw, Trash2, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { countedCameras, setCamerasEnabled } from '../camera-actions.ts';
import type { CameraList } from '../table/use-camera-list.ts';

/** What is asked about the selected cameras before it is done. */
export type BulkQuestion = 'rename' | 'move' | 'remove';

interface BulkBarProps {
  list: CameraList;
  selected: ReadonlySet<number>;
  onClear: () => void;
  onAsk: (question: BulkQuestion) => void;
}

const ICON_PX = 15;

/** What can be done with all selected cameras at once. It is always there, so that nothing moves when a row is ticked. */
export function BulkBar({ list, selected, onClear, onAsk }: BulkBarProps): ReactNode {
  if (selected.size === 0) return <QuietBar list={list} />;
  const listed = new Set(list.order);
  const unseen = [...selected].filter((id) => !listed.has(id)).length;
  return (
    <div className="bulk-bar" role="group" aria-label="Selected cameras">
      <p role="status">
        <b>{countedCameras(selected.size)} selected</b>
        {unseen > 0 && <span>{unseen.toLocaleString('en')} of them not in this list</span>}
      </p>
      <Button
        icon={<Eye size={ICON_PX} aria-hidden />}
        onClick={() => void setCamerasEnabled(selected, true)}
      >
        Enable
      </Button>
      <Button
        icon={<EyeOff size={ICON_PX} aria-hidden />}
        onClick={() => void setCamerasEnabled(selected, false)}
      >
        Disable
      </Button>
      <Button icon={<PencilLine size={ICON_PX} aria-hidden />} onClick={() => onAsk('rename')}>
        Rename…
      </Button>
      <Button icon={<MoveVertical size={ICON_PX} aria-hidden />} onClick={() => onAsk('move')}>
        Move…
      </Button>
      <Button icon={<Trash2 size={ICON_PX} aria-hidden />} onClick={() => onAsk('remove')}>
        Remove…
      </Button>
      <button
        type="button"
        className="icon-button"
        aria-label="Clear the selection"
        title="Clear the selection (Esc)"
        onClick={onClear}
      >
        <X size={17} aria-hidden />
      </button>
    </div>
  );
}

function QuietBar({ list }: { list: CameraList }): ReactNode {
  return (
    <div className="bulk-bar">
      <p role="status">
        <b>{countedCameras(list.order.length)}</b>
        {list.isOutdated ? (
          <Button icon={<RefreshCw size={ICON_PX} aria-hidden />} onClick={list.refresh}>
            Changed since: list anew
          </Button>
        ) : (
          list.order.length > 0 && (
            <span>Space selects, Shift with ↑ ↓ selects a range, Enter edits.</span>
          )
        )}
      </p>
    </div>
  );
}
