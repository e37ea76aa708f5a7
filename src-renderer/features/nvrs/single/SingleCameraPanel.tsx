import { ArrowLeft } from 'lucide-react';
import { useState, type ReactNode, type SubmitEvent } from 'react';
import { singleCameraSchema } from '@contract/models/camera-changes.ts';
import { text } from '../../../text/catalogue.ts';
import { entryErrors } from '../../../text/message-text.ts';
import { adminRequest } from '../../../store/admin-store.ts';
import { Button } from '../../../ui/Button.tsx';
import { useEscape } from '../../../ui/dialog/dialog-escape.ts';
import { Field } from '../../../ui/Field.tsx';
import { hasChanged } from '../../../ui/dialog/has-changed.ts';
import { useUnsaved } from '../../../ui/dialog/use-unsaved.tsx';
import '../add/add-nvr.css';
import { showAdded } from '../add/show-added.ts';
import { withTyped, type SingleEntries } from './single-camera-form.ts';
import { useAttention } from '../../../ui/use-attention.ts';

const EMPTY: SingleEntries = { name: '', mainUrl: '', subUrl: '', username: '', password: '' };

const FIELDS = ['name', 'mainUrl', 'subUrl', 'username', 'password'] as const;

/** Adds one camera that has no recorder, by its own address. */
export function SingleCameraPanel({ onDone }: { onDone: () => void }): ReactNode {
  const [entries, setEntries] = useState(EMPTY);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [failure, setFailure] = useState<string | null>(null);
  const [isSaving, setIsSaving] = useState(false);
  const [attention, setAttention] = useState(0);
  const ref = useAttention(attention);
  const unsaved = useUnsaved(hasChanged(EMPTY, entries));
  const cancel = (): void => unsaved.leave(onDone);
  useEscape(cancel);

  const refuse = (fields: Record<string, string>, message: string | null): void => {
    setErrors(fields);
    setFailure(message);
    setAttention((count) => count + 1);
  };
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const parsed = singleCameraSchema.safeParse(entries);
    if (!parsed.success) {
      refuse(entryErrors(parsed.error), null);
      return;
    }
    setIsSaving(true);
    const added = await adminRequest('camera:add-single', entries);
    setIsSaving(false);
    if (!added.ok) {
      refuse(added.error.fields ?? {}, added.error.fields ? null : added.error.message);
      return;
    }
    await showAdded(added.value.id, added.value.name);
    onDone();
  };

  return (
    <>
      <header className="panel__header">
        <button
          type="button"
          className="icon-button"
          aria-label={text.common.back}
          title={text.common.back}
          onClick={cancel}
        >
          <ArrowLeft size={18} aria-hidden />
        </button>
        <h3>{text.nvrs.addSingle}</h3>
      </header>
      <div ref={ref} className="panel__body edit-nvr">
        <form
          className="probe-stage"
          noValidate
          autoComplete="off"
          onSubmit={(event) => void submit(event)}
        >
          <div className="probe-stage__body single-camera">
            {FIELDS.map((name) => (
              <Field
                key={name}
                name={name}
                {...text.nvrs.singleFields[name]}
                type={name === 'password' ? 'password' : 'text'}
                spellCheck={false}
                data-initial-focus={name === 'name' ? '' : undefined}
                value={entries[name]}
                error={errors[name]}
                onChange={(event) => {
                  setEntries(withTyped(entries, name, event.target.value));
                  setErrors({});
                  setFailure(null);
                }}
              />
            ))}
          </div>
          <p className="probe-stage__failure" role="alert">
            {failure}
          </p>
          <footer className="dialog__footer">
            <Button onClick={cancel}>{text.common.cancel}</Button>
            <Button type="submit" tone="primary" isBusy={isSaving}>
              {isSaving ? text.common.adding : text.cameras.add}
            </Button>
          </footer>
        </form>
        {unsaved.question}
      </div>
    </>
  );
}
