import type { ReactNode } from 'react';
import { text } from '../../../text/catalogue.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/dialog/Dialog.tsx';
import { Field } from '../../../ui/Field.tsx';
import { KeepUnsaved } from '../../../ui/dialog/use-unsaved.tsx';
import { useEntryForm } from '../../../ui/form/use-entry-form.ts';
import { SAID_ELSEWHERE, type Wrong } from '../../../ui/form/wrong.ts';
import { moveCamerasTo } from '../camera-actions.ts';

const EMPTY = { number: '' };

interface MoveDialogProps {
  ids: ReadonlySet<number>;
  /** How many cameras there are on the wall. */
  total: number;
  onMoved: () => void;
  onClose: () => void;
}

/** Asks for the place on the wall. */
export function MoveDialog({ ids, total, onMoved, onClose }: MoveDialogProps): ReactNode {
  const last = total - ids.size + 1;
  const form = useEntryForm({
    values: EMPTY,
    check: ({ number }): Wrong =>
      isWithin(number, last) ? {} : { number: text.cameras.enterNumber(last) },
    send: async ({ number }) => {
      if (!(await moveCamerasTo(ids, Number(number)))) return SAID_ELSEWHERE;
      onClose();
      onMoved();
      return {};
    },
  });
  return (
    <Dialog title={text.cameras.moveTitle(ids.size)} size="small" onClose={onClose}>
      <form noValidate autoComplete="off" onSubmit={form.onSubmit}>
        <div className="dialog__body">
          <Field
            label={ids.size === 1 ? text.cameras.newNumber : text.cameras.newNumberOfFirst}
            hint={ids.size === 1 ? '' : text.cameras.othersFollow}
            inputMode="numeric"
            data-initial-focus=""
            {...form.field('number')}
          />
        </div>
        <footer className="dialog__footer">
          <Button onClick={onClose}>{text.common.cancel}</Button>
          <Button type="submit" tone="primary">
            {text.cameras.move}
          </Button>
        </footer>
      </form>
      <KeepUnsaved isDirty={form.isDirty} />
    </Dialog>
  );
}

function isWithin(typed: string, last: number): boolean {
  const number = Number(typed);
  return /^\s*\d+\s*$/.test(typed) && number >= 1 && number <= last;
}
