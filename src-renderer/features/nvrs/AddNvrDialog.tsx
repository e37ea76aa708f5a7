import { useRef, type SubmitEvent, type InputHTMLAttributes, type ReactNode } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Field } from '../../ui/Field.tsx';
import './add-nvr.css';
import { useAddNvrForm, type NvrField } from './use-add-nvr-form.ts';

interface FieldSpec extends InputHTMLAttributes<HTMLInputElement> {
  name: NvrField;
  label: string;
  hint?: string;
}

const FIELDS: FieldSpec[] = [
  {
    name: 'name',
    label: 'Name',
    hint: 'As guards call it, for example “Warehouse”.',
    className: 'wide',
  },
  { name: 'host', label: 'Address', hint: 'IP address or host name.', className: 'wide' },
  { name: 'rtspPort', label: 'RTSP port', inputMode: 'numeric', hint: 'Usually 554.' },
  { name: 'httpPort', label: 'HTTP port', inputMode: 'numeric', hint: 'Usually 80.' },
  { name: 'username', label: 'User', hint: 'A user with live view rights is enough.' },
  {
    name: 'password',
    label: 'Password',
    type: 'password',
    hint: 'Kept in this computer’s keychain only.',
  },
  {
    name: 'maxChannels',
    label: 'Max channels',
    inputMode: 'numeric',
    hint: 'One camera is added for each, 1 to 256.',
  },
];

/** Adds a recorder and all its channels. */
export function AddNvrDialog({ onClose }: { onClose: () => void }): ReactNode {
  const formRef = useRef<HTMLFormElement>(null);
  const form = useAddNvrForm(onClose);
  const onSubmit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const wrong = await form.submit();
    if (wrong !== null) formRef.current?.querySelector<HTMLElement>(`[name="${wrong}"]`)?.focus();
  };
  return (
    <Dialog title="Add NVR" onClose={onClose}>
      <form ref={formRef} noValidate autoComplete="off" onSubmit={(event) => void onSubmit(event)}>
        <div className="dialog__body add-nvr">
          {FIELDS.map(({ className, ...field }) => (
            <div key={field.name} className={className}>
              <Field
                {...field}
                spellCheck={false}
                data-initial-focus={field.name === 'name' ? '' : undefined}
                value={String(form.values[field.name])}
                error={form.errors[field.name]}
                onChange={(event) => form.change(field.name, event.target.value)}
              />
            </div>
          ))}
        </div>
        <p className="add-nvr__failure" role="alert">
          {form.failure}
        </p>
        <footer className="dialog__footer">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" tone="primary" disabled={form.isSaving}>
            {form.isSaving ? 'Adding…' : 'Add NVR'}
          </Button>
        </footer>
      </form>
    </Dialog>
  );
}
