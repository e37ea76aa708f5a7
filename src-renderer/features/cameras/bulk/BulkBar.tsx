import { Eye, EyeOff, MoveVertical, PencilLine, RefreshCw, Trash2, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { text } from '../../../text/catalogue.ts';
import { Button } from '../../../ui/Button.tsx';
import { setCamerasEnabled } from '../camera-actions.ts';
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
    <div className="bulk-bar" role="group" aria-label={text.cameras.selection}>
      <p role="status">
        <b>{text.cameras.selected(selected.size)}</b>
        {unseen > 0 && <span>{text.cameras.unseen(unseen)}</span>}
      </p>
      <Button
        icon={<Eye size={ICON_PX} aria-hidden />}
        onClick={() => void setCamerasEnabled(selected, true)}
      >
        {text.common.enable}
      </Button>
      <Button
        icon={<EyeOff size={ICON_PX} aria-hidden />}
        onClick={() => void setCamerasEnabled(selected, false)}
      >
        {text.common.disable}
      </Button>
      <Button icon={<PencilLine size={ICON_PX} aria-hidden />} onClick={() => onAsk('rename')}>
        {text.cameras.askRename}
      </Button>
      <Button icon={<MoveVertical size={ICON_PX} aria-hidden />} onClick={() => onAsk('move')}>
        {text.cameras.askMove}
      </Button>
      <Button icon={<Trash2 size={ICON_PX} aria-hidden />} onClick={() => onAsk('remove')}>
        {text.cameras.askRemove}
      </Button>
      <button
        type="button"
        className="icon-button"
        aria-label={text.cameras.clearSelection}
        title={text.cameras.clearSelectionTip}
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
        <b>{text.common.cameras(list.order.length)}</b>
        {list.isOutdated ? (
          <Button icon={<RefreshCw size={ICON_PX} aria-hidden />} onClick={list.refresh}>
            {text.cameras.listAnew}
          </Button>
        ) : (
          list.order.length > 0 && <span>{text.cameras.keys}</span>
        )}
      </p>
    </div>
  );
}
