import { ArrowLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { singleCameraSchema } from '@contract/models/camera-changes.ts';
import { text } from '../../../text/catalogue.ts';
import { wrongEntries } from '../../../text/message-text.ts';
import { adminRequest } from '../../../store/admin-store.ts';
import { Button } from '../../../ui/Button.tsx';
import { useEscape } from '../../../ui/dialog/dialog-escape.ts';
import { Field } from '../../../ui/Field.tsx';
import { useUnsaved } from '../../../ui/dialog/use-unsaved.tsx';
import { useEntryForm, type EntryForm, type EntryProps } from '../../../ui/form/use-entry-form.ts';
import { refusedEntries } from '../../../ui/form/wrong.ts';
import '../add/add-nvr.css';
import { showAdded } from '../add/show-added.ts';
import { withTyped, type SingleEntries } from './single-camera-form.ts';

const EMPTY: SingleEntries = { name: '', mainUrl: '', subUrl: '', username: '', password: '' };

const FIELDS = ['name', 'mainUrl', 'subUrl', 'username', 'password'] as const;

/** Adds one camera that has no recorder, by its own address. */
export function SingleCameraPanel({ onDone }: { onDone: () => void }): ReactNode {
  const form = useEntryForm({
    values: EMPTY,
    check: (entries) => wrongEntries(singleCameraSchema, entries),
    send: async (entries) => {
      const added = await adminRequest('camera:add-single', entries);
      if (!added.ok) return refusedEntries(added.error);
      showAdded(added.value.id, added.value.name);
      onDone();
      return {};
    },
  });
  const unsaved = useUnsaved(form.isDirty);
  const cancel = (): void => unsaved.leave(onDone);
  useEscape(cancel);

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
      <div className="panel__body edit-nvr">
        <form className="probe-stage" noValidate autoComplete="off" onSubmit={form.onSubmit}>
          <div className="probe-stage__body single-camera">
            {FIELDS.map((name) => (
              <Field
                key={name}
                {...text.nvrs.singleFields[name]}
                type={name === 'password' ? 'password' : 'text'}
                spellCheck={false}
                autoFocus={name === 'name'}
                {...withLoginTaken(form, name)}
              />
            ))}
          </div>
          <p className="probe-stage__failure" role="alert">
            {form.failure}
          </p>
          <footer className="dialog__footer">
            <Button onClick={cancel}>{text.common.cancel}</Button>
            <Button type="submit" tone="primary" isBusy={form.isSending}>
              {form.isSending ? text.common.adding : text.cameras.add}
            </Button>
          </footer>
        </form>
        {unsaved.question}
      </div>
    </>
  );
}

/** A login in a pasted address goes to its own fields. */
function withLoginTaken(form: EntryForm<SingleEntries>, name: keyof SingleEntries): EntryProps {
  const field = form.field(name);
  return {
    ...field,
    onChange: async (event) => {
      const { target } = event as { target: HTMLInputElement };
      const typed = withTyped(form.form.getValues(), name, target.value);
      target.value = typed[name];
      await field.onChange(event);
      if (name !== 'mainUrl' && name !== 'subUrl') return;
      form.choose('username', typed.username);
      form.choose('password', typed.password);
    },
  };
}
