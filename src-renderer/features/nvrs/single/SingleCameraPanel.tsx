import { ArrowLeft } from 'lucide-react';
import { useState, type ReactNode, type SubmitEvent } from 'react';
import { singleCameraSchema } from '@contract/models/camera-changes.ts';
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

interface FieldSpec {
  name: keyof SingleEntries;
  label: string;
  hint: string;
}

const FIELDS: readonly FieldSpec[] = [
  { name: 'name', label: 'Name', hint: 'As guards call it, for example “Gate”.' },
  {
    ...{ name: 'mainUrl', label: 'RTSP address' },
    hint: 'For example rtsp://192.168.1.20:554/live/main. A login in it goes to the fields below.',
  },
  {
    ...{ name: 'subUrl', label: 'RTSP address of the sub stream' },
    hint: 'Empty: the camera has no sub stream.',
  },
  { name: 'username', label: 'User', hint: 'Empty: the camera asks for no login.' },
  { name: 'password', label: 'Password', hint: 'Kept in this computer’s keychain only.' },
];

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
          aria-label="Back"
          title="Back"
          onClick={cancel}
        >
          <ArrowLeft size={18} aria-hidden />
        </button>
        <h3>Add camera by RTSP address</h3>
      </header>
      <div ref={ref} className="panel__body edit-nvr">
        <form
          className="probe-stage"
          noValidate
          autoComplete="off"
          onSubmit={(event) => void submit(event)}
        >
          <div className="probe-stage__body single-camera">
            {FIELDS.map(({ name, label, hint }) => (
              <Field
                key={name}
                name={name}
                label={label}
                hint={hint}
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
            <Button onClick={cancel}>Cancel</Button>
            <Button type="submit" tone="primary" isBusy={isSaving}>
              {isSaving ? 'Adding…' : 'Add camera'}
            </Button>
          </footer>
        </form>
        {unsaved.question}
      </div>
    </>
  );
}
