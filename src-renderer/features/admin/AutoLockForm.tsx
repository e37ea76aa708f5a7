import { useEffect, type ReactNode } from 'react';
import { autoLockSchema } from '@contract/models/admin.ts';
import { text } from '../../text/catalogue.ts';
import { wrongEntries } from '../../text/message-text.ts';
import { adminRequest, setAdminStatus, useAdminStatus } from '../../store/admin-store.ts';
import { showToast } from '../../store/toast-store.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { KeepUnsaved } from '../../ui/dialog/use-unsaved.tsx';
import { digitsOnly } from '../../ui/form/digits-only.ts';
import { useEntryForm } from '../../ui/form/use-entry-form.ts';
import type { Wrong } from '../../ui/form/wrong.ts';

interface AutoLockFormProps {
  onDirty: (isDirty: boolean) => void;
  onDone: () => void;
}

/** After how many idle minutes the app locks itself. */
export function AutoLockForm({ onDirty, onDone }: AutoLockFormProps): ReactNode {
  const current = useAdminStatus()?.autoLockMinutes;
  const form = useEntryForm({
    values: { minutes: String(current ?? '') },
    check: ({ minutes }) => wrongEntries(autoLockSchema, { minutes: Number(minutes) }),
    send: async ({ minutes }) => {
      const refused = await setAutoLock(Number(minutes));
      if (Object.keys(refused).length === 0) onDone();
      return refused;
    },
  });
  const { isDirty } = form;
  useEffect(() => onDirty(isDirty), [isDirty, onDirty]);
  return (
    <form className="auto-lock" noValidate autoComplete="off" onSubmit={form.onSubmit}>
      <Field
        label={text.admin.autoLock}
        inputMode="numeric"
        maxLength={2}
        data-initial-focus=""
        hint={text.admin.autoLockHint}
        {...digitsOnly(form.field('minutes'))}
      />
      <Button type="submit">{text.common.save}</Button>
      <KeepUnsaved isDirty={isDirty} />
    </form>
  );
}

async function setAutoLock(minutes: number): Promise<Wrong> {
  const saved = await adminRequest('admin:set-auto-lock', { minutes });
  if (!saved.ok) return { minutes: saved.error.message };
  setAdminStatus(saved.value);
  showToast(text.admin.autoLockSaved(minutes));
  return {};
}
