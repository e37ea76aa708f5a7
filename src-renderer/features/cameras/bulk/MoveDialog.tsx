import { useState, type ReactNode } from 'react';
import { text } from '../../../text/catalogue.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/dialog/Dialog.tsx';
import { Field } from '../../../ui/Field.tsx';
import { KeepUnsaved } from '../../../ui/dialog/use-unsaved.tsx';
import { moveCamerasTo } from '../camera-actions.ts';

interface MoveDialogProps {
  ids: ReadonlySet<number>;
  /** How many cameras there are on the wall. */
  total: number;
  onMoved: () => void;
  onClose: () => void;
}

/** Asks for the place on the wall. */
export function MoveDialog({ ids, total, onMoved, onClose }: MoveDialogProps): ReactNode {
  const [typed, setTyped] = useState('');
  const [error, setError] = useState<string | undefined>();
  const last = total - ids.size + 1;
  const submit = async (): Promise<void> => {
    const number = Number(typed);
    if (!/^\s*\d+\s*$/.test(typed) || number < 1 || number > last) {
      setError(text.cameras.enterNumber(last));
    } else if (await moveCamerasTo(ids, number)) {
      onClose();
      onMoved();
    }
  };
  return (
    <Dialog title={text.cameras.moveTitle(ids.size)} size="small" onClose={onClose}>
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
            label={ids.size === 1 ? text.cameras.newNumber : text.cameras.newNumberOfFirst}
            hint={ids.size === 1 ? '' : text.cameras.othersFollow}
            inputMode="numeric"
            data-initial-focus=""
            value={typed}
            error={error}
            onChange={(event) => {
              setTyped(event.target.value);
              setError(undefined);
            }}
          />
        </div>
        <footer className="dialog__footer">
          <Button onClick={onClose}>{text.common.cancel}</Button>
          <Button type="submit" tone="primary">
            {text.cameras.move}
          </Button>
        </footer>
      </form>
      <KeepUnsaved isDirty={typed !== ''} />
    </Dialog>
  );
}
