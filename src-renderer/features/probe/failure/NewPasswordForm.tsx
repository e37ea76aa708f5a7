import type { ReactNode } from 'react';
import { newPasswordSchema, type Nvr } from '@contract/models/nvr.ts';
import { text } from '../../../text/catalogue.ts';
import { wrongEntries } from '../../../text/message-text.ts';
import { adminRequest } from '../../../store/admin-store.ts';
import { showToast } from '../../../store/toast-store.ts';
import { Button } from '../../../ui/Button.tsx';
import { useEscape } from '../../../ui/dialog/dialog-escape.ts';
import { Field } from '../../../ui/Field.tsx';
import { useUnsaved } from '../../../ui/dialog/use-unsaved.tsx';
import { useEntryForm } from '../../../ui/form/use-entry-form.ts';
import type { Wrong } from '../../../ui/form/wrong.ts';
import './new-password.css';

const EMPTY = { password: '' };

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
  const form = useEntryForm({
    values: EMPTY,
    check: (typed) => wrongEntries(newPasswordSchema, { id: nvr.id, ...typed }),
    send: async ({ password }): Promise<Wrong> => {
      const saved = await adminRequest('nvr:set-password', { id: nvr.id, password });
      if (!saved.ok) return { password: saved.error.message };
      showToast(text.probe.newPasswordSaved(nvr.name));
      onDone();
      return {};
    },
  });
  const unsaved = useUnsaved(form.isDirty);
  const cancel = (): void => unsaved.leave(onDone);
  useEscape(cancel);
  return (
    <form className="new-password" noValidate onSubmit={form.onSubmit}>
      <Field
        label={text.probe.newPassword(nvr.name)}
        hint={text.probe.newPasswordHint(nvr.username)}
        type="password"
        autoFocus
        autoComplete="off"
        {...form.field('password')}
      />
      {canCancel && <Button onClick={cancel}>{text.common.cancel}</Button>}
      <Button type="submit" tone="primary" isBusy={form.isSending}>
        {text.common.save}
      </Button>
      {unsaved.question}
    </form>
  );
}
