import { PencilLine } from 'lucide-react';
import type { ReactNode, RefObject } from 'react';
import { text } from '../../../text/catalogue.ts';
import { useNvrs } from '../../../store/site-store.ts';
import { CameraAddForm } from './CameraAddForm.tsx';
import { CameraEditForm } from './CameraEditForm.tsx';
import './camera-side.css';
import type { CameraList } from '../table/use-camera-list.ts';
import type { SidePanel } from './use-side-panel.ts';

interface CameraSideProps {
  list: CameraList;
  side: SidePanel;
  sideRef: RefObject<HTMLElement | null>;
  /** The focus is needed elsewhere. */
  onLeft: () => void;
}

/** Beside the list: the form of one camera. It is always there, so that the list keeps its width. */
export function CameraSide({ list, side, sideRef, onLeft }: CameraSideProps): ReactNode {
  const { shown, show, setIsDirty } = side;
  const nvrs = useNvrs().filter(({ layout }) => layout.kind !== 'single');
  const entry = shown.kind === 'edit' ? list.byId.get(shown.id) : undefined;
  const leave = (): void => show({ kind: 'nothing' }, onLeft);
  return (
    <aside ref={sideRef} className="camera-side" aria-label={text.cameras.side}>
      {entry !== undefined && (
        <CameraEditForm
          key={entry.camera.id}
          entry={entry}
          onDirty={setIsDirty}
          onLeave={leave}
          onDone={onLeft}
        />
      )}
      {shown.kind === 'add' && (
        <CameraAddForm
          nvrs={nvrs}
          entries={list.entries}
          onDirty={setIsDirty}
          onLeave={leave}
          onAdded={(id) => {
            side.showSaved(id);
            onLeft();
          }}
        />
      )}
      {entry === undefined && shown.kind !== 'add' && (
        <p className="camera-side__empty">
          <PencilLine size={26} strokeWidth={1.5} aria-hidden />
          {text.cameras.choose}
        </p>
      )}
    </aside>
  );
}
