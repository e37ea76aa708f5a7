import { useState, type ReactNode, type SubmitEvent } from 'react';
import { newPasswordSchema, type Nvr } from '@contract/models/nvr.ts';
import { text } from '../../../text/catalogue.ts';
import { entryErrors } from '../../../text/message-text.ts';
import { adminRequest } from '../../../store/admin-store.ts';
import { showToast } from '../../../store/toast-store.ts';
import { Button } from '../../../ui/Button.tsx';
import { useEscape } from '../../../ui/dialog/dialog-escape.ts';
import { Field } from '../../../ui/Field.tsx';
import { useUnsaved } from '../../../ui/dialog/use-unsaved.tsx';
import './new-password.css';

interface NewPasswordFormProps {
  nvr: Nvr;
  onDone: () => void;
  /** False where something beside the form leads away from it. */
  canCancel?: boolean;
}

/** Takes a recorder's new password. The old one is never shown, and the rest need not be typed again. */
export function NewPasswordForm({
  nvr,
  onDone,
  canCancel = true,
}: NewPasswordFormProps): ReactNode {
  const [password, setPassword] = useState('');
  const [error, setError] = useState<string | undefined>();
  const [isSaving, setIsSaving] = useState(false);
  const unsaved = useUnsaved(password !== '');
  const cancel = (): void => unsaved.leave(onDone);
  useEscape(cancel);

  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const request = { id: nvr.id, password };
    const parsed = newPasswordSchema.safeParse(request);
    if (!parsed.success) {
      setError(entryErrors(parsed.error)['password']);
      return;
    }
    setIsSaving(true);
    const saved = await adminRequest('nvr:set-password', request);
    setIsSaving(false);
    if (!saved.ok) {
      setError(saved.error.message);
      return;
    }
    showToast(text.probe.newPasswordSaved(nvr.name));
    onDone();
  };

  return (
    <form className="new-password" noValidate onSubmit={(event) => void submit(event)}>
      <Field
        label={text.probe.newPassword(nvr.name)}
        hint={text.probe.newPasswordHint(nvr.username)}
        type="password"
        autoFocus
        autoComplete="off"
        value={password}
        error={error}
        onChange={(event) => {
          setPassword(event.target.value);
          setError(undefined);
        }}
      />
      {canCancel && <Button onClick={cancel}>{text.common.cancel}</Button>}
      <Button type="submit" tone="primary" isBusy={isSaving}>
        {text.common.save}
      </Button>
      {unsaved.question}
    </form>
  );
}
