import type { ReactNode } from 'react';
import { EVENT_ACTIONS, type EventException } from '@contract/models/events/event-rules.ts';
import { EVENT_TYPES } from '@contract/models/events/event-type.ts';
import { useAllCameras } from '../../../store/site-store.ts';
import { text } from '../../../text/catalogue.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/dialog/Dialog.tsx';
import { KeepUnsaved } from '../../../ui/dialog/use-unsaved.tsx';
import { useEntryForm } from '../../../ui/form/use-entry-form.ts';
import { SelectField } from '../../../ui/SelectField.tsx';
import { ChoiceList } from './ChoiceList.tsx';
import { exceptionOf, typedException, wrongException } from './exception-form.ts';
import { HoursFields } from './HoursFields.tsx';

interface ExceptionDialogProps {
  /** Null: a new one. */
  exception: EventException | null;
  onApply: (exception: EventException) => void;
  onClose: () => void;
}

const ACTIONS = EVENT_ACTIONS.map((value) => ({ value, text: text.rules.actions[value] }));
const TYPES = EVENT_TYPES.map((id) => ({ id, name: text.events.types[id] }));

/** Makes or changes one exception. It counts when all rules are saved. */
export function ExceptionDialog({ exception, onApply, onClose }: ExceptionDialogProps): ReactNode {
  const cameras = useAllCameras();
  const form = useEntryForm({
    values: typedException(exception),
    check: wrongException,
    send: (typed) => {
      onApply(exceptionOf(typed));
      return Promise.resolve({});
    },
  });
  const { isAllTypes, types, isAllCameras, cameraIds } = form.typed;
  const { addTitle, editTitle, apply } = text.rules;
  return (
    <Dialog title={exception === null ? addTitle : editTitle} size="wide" onClose={onClose}>
      <form noValidate autoComplete="off" onSubmit={form.onSubmit}>
        <div className="dialog__body exception">
          <div>
            <SelectField
              label={text.rules.what}
              options={ACTIONS}
              data-initial-focus=""
              {...form.field('action')}
            />
            <HoursFields form={form} />
          </div>
          <ChoiceList
            title={text.rules.types}
            all={text.rules.allTypes}
            some={text.rules.someTypes}
            items={TYPES}
            isAll={isAllTypes}
            chosen={types}
            error={form.errorOf('types')}
            onAll={(isAll) => form.choose('isAllTypes', isAll)}
            onChange={(chosen) => form.choose('types', chosen)}
          />
          <ChoiceList
            title={text.rules.cameras}
            all={text.rules.allCameras}
            some={text.rules.someCameras}
            items={cameras}
            isAll={isAllCameras}
            chosen={cameraIds}
            error={form.errorOf('cameraIds')}
            find={text.rules.filterCameras}
            onAll={(isAll) => form.choose('isAllCameras', isAll)}
            onChange={(chosen) => form.choose('cameraIds', chosen)}
          />
        </div>
        <footer className="dialog__footer">
          <Button onClick={onClose}>{text.common.cancel}</Button>
          <Button type="submit" tone="primary">
            {apply}
          </Button>
        </footer>
        <KeepUnsaved isDirty={form.isDirty} />
      </form>
    </Dialog>
  );
}
