import { useEffect, useRef, type ReactNode } from 'react';
import type { QualityChoice } from '@contract/models/camera.ts';
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
  const editor = useCameraEditor(entry, onDirty);
  const { fields, errors, type } = editor;
  const form = useRef<HTMLFormElement>(null);
  useEffect(
    () => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(),
    [errors],
  );
  const isSingle = entry.nvr?.layout.kind === 'single';
  const save = async (): Promise<void> => {
    if (await editor.save()) onDone();
  };
  return (
    <form
      ref={form}
      className="camera-form"
      aria-label={text.cameras.formOf(entry.camera.name)}
      noValidate
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
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
        <Field
          label={labels.name}
          name="name"
          spellCheck={false}
          value={fields.name}
          error={errors['name']}
          onChange={(event) => type({ name: event.target.value })}
        />
        <div className="camera-form__pair">
          <Field
            label={labels.channel}
            inputMode="numeric"
            disabled={isSingle}
            title={isSingle ? labels.channelOfSingle : undefined}
            value={fields.channel}
            error={errors['channel']}
            onChange={(event) => type({ channel: event.target.value })}
          />
          <Field
            label={labels.number}
            inputMode="numeric"
            value={fields.number}
            error={errors['number']}
            onChange={(event) => type({ number: event.target.value })}
          />
        </div>
        <div className="camera-form__pair">
          <SelectField
            label={labels.stream}
            options={QUALITY_OPTIONS}
            value={fields.quality}
            onChange={(event) => type({ quality: event.target.value as QualityChoice })}
          />
          <CheckField
            label={labels.subStream}
            text={labels.hasSub}
            isChecked={fields.hasSub}
            error={errors['hasSub']}
            onChange={(hasSub) => type({ hasSub })}
          />
        </div>
        <Checkbox
          label={labels.enabled}
          checked={fields.isEnabled}
          onChange={(isEnabled) => type({ isEnabled })}
        />
        <TextAreaField
          label={labels.notes}
          value={fields.notes}
          error={errors['notes']}
          onChange={(event) => type({ notes: event.target.value })}
        />
      </div>
      <footer className="camera-form__footer">
        <Button onClick={onLeave}>{text.common.cancel}</Button>
        <Button type="submit" tone="primary" isBusy={!editor.isDirty || editor.isSaving}>
          {editor.isSaving ? text.common.saving : text.common.save}
        </Button>
      </footer>
    </form>
  );
}
