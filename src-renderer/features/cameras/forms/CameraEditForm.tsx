import type { ReactNode } from 'react';
import { text } from '../../../text/catalogue.ts';
import { Button } from '../../../ui/Button.tsx';
import { CheckField } from '../../../ui/CheckField.tsx';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { Field } from '../../../ui/Field.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import { TextAreaField } from '../../../ui/TextAreaField.tsx';
import type { CameraEntry } from '../table/camera-entry.ts';
import { QUALITY_OPTIONS } from './camera-form.ts';
import { useCameraEditor } from './use-camera-editor.ts';

const labels = text.cameras.fields;

interface CameraEditFormProps {
  entry: CameraEntry;
  onDirty: (isDirty: boolean) => void;
  /** Esc and Cancel: away from here, unless something is unsaved. */
  onLeave: () => void;
  /** Nothing is left to be saved. */
  onDone: () => void;
}

/** Everything about one camera that can be changed. */
export function CameraEditForm({
  entry,
  onDirty,
  onLeave,
  onDone,
}: CameraEditFormProps): ReactNode {
  const form = useCameraEditor(entry, onDirty, onDone);
  const isSingle = entry.nvr?.layout.kind === 'single';
  return (
    <form
      className="camera-form"
      aria-label={text.cameras.formOf(entry.camera.name)}
      noValidate
      autoComplete="off"
      onSubmit={form.onSubmit}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        onLeave();
      }}
    >
      <div className="camera-form__body">
        <h4>
          {entry.camera.name} <span>{entry.nvr?.name}</span>
        </h4>
        <Field label={labels.name} spellCheck={false} {...form.field('name')} />
        <div className="camera-form__pair">
          <Field
            label={labels.channel}
            inputMode="numeric"
            disabled={isSingle}
            title={isSingle ? labels.channelOfSingle : undefined}
            {...form.field('channel')}
          />
          <Field label={labels.number} inputMode="numeric" {...form.field('number')} />
        </div>
        <div className="camera-form__pair">
          <SelectField label={labels.stream} options={QUALITY_OPTIONS} {...form.field('quality')} />
          <CheckField
            label={labels.subStream}
            text={labels.hasSub}
            isChecked={form.typed.hasSub}
            error={form.errorOf('hasSub')}
            onChange={(hasSub) => form.choose('hasSub', hasSub)}
          />
        </div>
        <Checkbox
          label={labels.enabled}
          checked={form.typed.isEnabled}
          onChange={(isEnabled) => form.choose('isEnabled', isEnabled)}
        />
        <TextAreaField label={labels.notes} {...form.field('notes')} />
      </div>
      <footer className="camera-form__footer">
        <Button onClick={onLeave}>{text.common.cancel}</Button>
        <Button type="submit" tone="primary" isBusy={!form.isDirty || form.isSending}>
          {form.isSending ? text.common.saving : text.common.save}
        </Button>
      </footer>
    </form>
  );
}
