import { useState, type ReactNode } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/dialog/Dialog.tsx';
import { Field } from '../../../ui/Field.tsx';
import { KeepUnsaved } from '../../../ui/dialog/use-unsaved.tsx';
import { countedCameras, moveCamerasTo } from '../camera-actions.ts';

interface MoveDialogProps {
  ids: ReadonlySet<number>;
  /** How many cameras there are on the wall. */
  total: number;
  onMoved: () => void;
  onClose: () => void;
}

/** Asks for the place on the wall. */
export function MoveDialog({ ids, total, onMoved, onClose }: MoveDialogProps): ReactNode {
  const [text, setText] = useState('');
  const [error, setError] = useState<string | undefined>();
  const last = total - ids.size + 1;
  const submit = async (): Promise<void> => {
    const number = Number(text);
    if (!/^\s*\d+\s*$/.test(text) || number < 1 || number > last) {
      setError(`Enter a number from 1 to ${last.toLocaleString('en')}.`);
    } else if (await moveCamerasTo(ids, number)) {
      onClose();
      onMoved();
    }
  };
  return (
    <Dialog title={`Move ${countedCameras(ids.size)}`} size="small" onClose={onClose}>
      <form
        noValidate
        autoComplete="off"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <div className="dialog__body">
          <Field
            label={ids.size === 1 ? 'New number on the wall' : 'New number of the first one'}
            hint={ids.size === 1 ? '' : 'The others follow it in their present order.'}
            inputMode="numeric"
            data-initial-focus=""
            value={text}
            error={error}
            onChange={(event) => {
              setText(event.target.value);
              setError(undefined);
            }}
          />
        </div>
        <footer className="dialog__footer">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" tone="primary">
            Move
          </Button>
        </footer>
      </form>
      <KeepUnsaved isDirty={text !== ''} />
    </Dialog>
  );
}
