import { useEffect, useState, type ReactNode, type SubmitEvent } from 'react';
import { autoLockSchema } from '@contract/models/admin.ts';
import { text } from '../../text/catalogue.ts';
import { entryErrors } from '../../text/message-text.ts';
import { adminRequest, setAdminStatus, useAdminStatus } from '../../store/admin-store.ts';
import { showToast } from '../../store/toast-store.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { KeepUnsaved } from '../../ui/dialog/use-unsaved.tsx';
import { onlyDigits } from './pin-text.ts';

interface AutoLockFormProps {
  onDirty: (isDirty: boolean) => void;
  onDone: () => void;
}

/** After how many idle minutes the app locks itself. */
export function AutoLockForm({ onDirty, onDone }: AutoLockFormProps): ReactNode {
  const current = useAdminStatus()?.autoLockMinutes;
  const [typed, setTyped] = useState<string | null>(null);
  const [error, setError] = useState<string>();
  const value = typed ?? String(current ?? '');
  const isDirty = typed !== null && typed !== String(current);
  useEffect(() => onDirty(isDirty), [isDirty, onDirty]);

  const save = async (): Promise<void> => {
    const minutes = Number(value);
    const parsed = autoLockSchema.safeParse({ minutes });
    if (!parsed.success) {
      setError(entryErrors(parsed.error)['minutes']);
      return;
    }
    const saved = await adminRequest('admin:set-auto-lock', { minutes });
    if (!saved.ok) {
      setError(saved.error.message);
      return;
    }
    setAdminStatus(saved.value);
    setTyped(null);
    showToast(text.admin.autoLockSaved(minutes));
    onDone();
  };
  const onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    void save();
  };
  return (
    <form className="auto-lock" noValidate autoComplete="off" onSubmit={onSubmit}>
      <Field
        label={text.admin.autoLock}
        name="minutes"
        inputMode="numeric"
        maxLength={2}
        data-initial-focus=""
        hint={text.admin.autoLockHint}
        value={value}
        error={error}
        onChange={(event) => {
          setTyped(onlyDigits(event.target.value));
          setError(undefined);
        }}
      />
      <Button type="submit">{text.common.save}</Button>
      <KeepUnsaved isDirty={isDirty} />
    </form>
  );
}
