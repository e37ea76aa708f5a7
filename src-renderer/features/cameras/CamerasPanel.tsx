import { Plus } from 'lucide-react';
import { useRef, useState, type ReactNode } from 'react';
import { text } from '../../text/catalogue.ts';
import { useNvrs } from '../../store/site-store.ts';
import { showToast } from '../../store/toast-store.ts';
import { Button } from '../../ui/Button.tsx';
import { BulkBar, type BulkQuestion } from './bulk/BulkBar.tsx';
import { BulkQuestions } from './bulk/BulkQuestions.tsx';
import { moveCamerasByOne } from './camera-actions.ts';
import { EVERYTHING } from './table/camera-filter.ts';
import { goTo, tickAll } from './table/camera-selection.ts';
import { CameraSide } from './forms/CameraSide.tsx';
import { CameraTable } from './table/CameraTable.tsx';
import { CameraToolbar } from './table/CameraToolbar.tsx';
import { NoCameras } from './table/NoCameras.tsx';
import { UnsavedDialog } from '../../ui/dialog/UnsavedDialog.tsx';
import { useCameraList } from './table/use-camera-list.ts';
import { useFocusPlaces } from './use-focus-places.ts';
import { useSelection } from './table/use-selection.ts';
import { useSidePanel } from './forms/use-side-panel.ts';
import './cameras.css';

/** The station's cameras: find them, change one, or change many at once. */
export function CamerasPanel(): ReactNode {
  const list = useCameraList();
  const [selection, setSelection] = useSelection(list.order, list.byId);
  const side = useSidePanel();
  const [question, setQuestion] = useState<BulkQuestion | null>(null);
  const [reveal, setReveal] = useState({});
  const search = useRef<HTMLInputElement>(null);
  const { gridRef, toGrid, formRef, toForm } = useFocusPlaces();
  const canAdd = useNvrs().some(({ layout }) => layout.kind !== 'single');
  const { shown } = side;
  const acted = chosenCameras(selection);
  const ask = (wanted: BulkQuestion): void => {
    if (acted.size > 0) setQuestion(wanted);
  };
  const move = (step: 1 | -1): void => {
    const listed = new Set(list.order.filter((id) => acted.has(id)));
    if (listed.size === 0) return;
    if (list.criteria.sort === 'wall') {
      moveCamerasByOne(listed, list.order, step);
    } else {
      list.setCriteria({ sort: 'wall' });
      showToast(text.cameras.sorted);
    }
  };
  return (
    <>
      <div className="cameras">
        <header className="panel__header">
          <h3>{text.cameras.title}</h3>
          <Button
            tone="primary"
            icon={<Plus size={16} aria-hidden />}
            disabled={!canAdd}
            title={canAdd ? undefined : text.cameras.addNvrFirst}
            onClick={() => side.show({ kind: 'add' }, toForm)}
          >
            {text.cameras.add}
          </Button>
        </header>
        <CameraToolbar
          criteria={list.criteria}
          counts={list.counts}
          onCriteria={(changed) => {
            list.setCriteria(changed);
            // What was at hand may not be listed any more: the list begins at its top.
            if (changed.sort === undefined) setSelection({ ...selection, cursor: null });
          }}
          searchRef={search}
          onToList={() => {
            if (selection.cursor === null) setSelection(goTo(selection, list.order, 0, false));
            toGrid();
          }}
        />
        <CameraTable
          {...{ list, selection, reveal }}
          onSelection={setSelection}
          openId={shown.kind === 'edit' ? shown.id : null}
          onOpen={(id, isEntered) =>
            side.show({ kind: 'edit', id }, isEntered ? toForm : undefined)
          }
          onRemove={() => ask('remove')}
          onMove={move}
          gridRef={gridRef}
        >
          <NoCameras
            hasAny={list.entries.length > 0}
            onShowAll={() => {
              list.setCriteria(EVERYTHING);
              search.current?.focus();
            }}
          />
        </CameraTable>
        <CameraSide list={list} side={side} sideRef={formRef} onLeft={toGrid} />
        <BulkBar
          list={list}
          selected={selection.ids}
          onClear={() => {
            setSelection(tickAll(selection, list.order, false));
            toGrid();
          }}
          onAsk={ask}
        />
      </div>
      <BulkQuestions
        question={question}
        list={list}
        ids={acted}
        onClose={() => {
          setQuestion(null);
          toGrid();
        }}
        onMoved={() => setReveal({})}
      />
      {side.question && (
        <UnsavedDialog
          onDiscard={side.question.discard}
          onKeep={() => {
            side.question?.keep();
            toForm();
          }}
        />
      )}
    </>
  );
}

/** All that are ticked, or else the one the keyboard is on. */
function chosenCameras(selection: {
  ids: ReadonlySet<number>;
  cursor: number | null;
}): ReadonlySet<number> {
  if (selection.ids.size > 0 || selection.cursor === null) return selection.ids;
  return new Set([selection.cursor]);
}
