import { useEffect, type ReactNode } from 'react';
import { text } from '../../text/catalogue.ts';
import { adminRequest, setAdminStatus, useBlockedUntilMs } from '../../store/admin-store.ts';
import { showToast } from '../../store/toast-store.ts';
import { Button } from '../../ui/Button.tsx';
import { KeepUnsaved } from '../../ui/dialog/use-unsaved.tsx';
import { PinField } from './PinField.tsx';
import { blockText, newPinError, pinFormError, refusalText, repeatError } from './pin-text.ts';
import { useMonotonicNow } from '../../ui/use-monotonic-now.ts';
import type { Wrong } from '../../ui/form/wrong.ts';
import { usePinForm } from './use-pin-form.ts';

type ChangeValues = Record<'currentPin' | 'newPin' | 'repeated', string>;

const EMPTY: ChangeValues = { currentPin: '', newPin: '', repeated: '' };

interface ChangePinFormProps {
  onDirty: (isDirty: boolean) => void;
  onDone: () => void;
}

/** Replaces the PIN; the current one is asked for even while the app is unlocked. */
export function ChangePinForm({ onDirty, onDone }: ChangePinFormProps): ReactNode {
  const form = usePinForm(EMPTY, check, async (values) => {
    const wrong = await change(values);
    if (Object.keys(wrong).length === 0) onDone();
    return wrong;
  });
  const { isDirty } = form;
  useEffect(() => onDirty(isDirty), [isDirty, onDirty]);
  const blockedForMs = useBlockedUntilMs() - useMonotonicNow();
  return (
    <form
      className="pin-form change-pin"
      noValidate
      autoComplete="off"
      aria-label={text.admin.changePin}
      onSubmit={form.onSubmit}
    >
      <PinField
        label={text.admin.currentPin}
        hint=""
        field={form.field('currentPin')}
        error={blockedForMs > 0 ? blockText(blockedForMs) : undefined}
      />
      <PinField label={text.admin.newPin} field={form.field('newPin')} />
      <PinField label={text.admin.repeatNewPin} hint="" field={form.field('repeated')} />
      <Button type="submit" isBusy={form.isSending} disabled={blockedForMs > 0}>
        {text.admin.changePin}
      </Button>
      <KeepUnsaved isDirty={isDirty} />
    </form>
  );
}

function check({ currentPin, newPin, repeated }: ChangeValues): Wrong {
  const errors: Record<string, string> = {};
  const wrongCurrent = pinFormError(currentPin);
  if (wrongCurrent !== undefined) errors['currentPin'] = wrongCurrent;
  const wrongNew = newPinError(newPin);
  if (wrongNew !== undefined) errors['newPin'] = wrongNew;
  const differs = repeatError(newPin, repeated);
  if (wrongNew === undefined && differs !== undefined) errors['repeated'] = differs;
  return errors;
}

async function change({ currentPin, newPin }: ChangeValues): Promise<Wrong> {
  const changed = await adminRequest('admin:change-pin', { currentPin, newPin });
  if (!changed.ok) return { currentPin: refusalText(changed.error) };
  setAdminStatus(changed.value);
  showToast(text.admin.pinChanged);
  return {};
}
