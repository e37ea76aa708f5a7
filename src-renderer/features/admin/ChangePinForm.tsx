import { useEffect, type ReactNode } from 'react';
import { text } from '../../text/catalogue.ts';
import { adminRequest, setAdminStatus, useBlockedUntilMs } from '../../store/admin-store.ts';
import { showToast } from '../../store/toast-store.ts';
import { Button } from '../../ui/Button.tsx';
import { hasChanged } from '../../ui/dialog/has-changed.ts';
import { KeepUnsaved } from '../../ui/dialog/use-unsaved.tsx';
import { PinField } from './PinField.tsx';
import { blockText, newPinError, pinFormError, refusalText, repeatError } from './pin-text.ts';
import { useMonotonicNow } from '../../ui/use-monotonic-now.ts';
import { usePinForm, type PinErrors } from './use-pin-form.ts';

type ChangeField = 'currentPin' | 'newPin' | 'repeated';
type ChangeValues = Record<ChangeField, string>;

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
  const isDirty = hasChanged(EMPTY, form.values);
  useEffect(() => onDirty(isDirty), [isDirty, onDirty]);
  const blockedForMs = useBlockedUntilMs() - useMonotonicNow();
  const { currentPin, newPin, repeated } = form.errors;
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
        name="currentPin"
        hint=""
        value={form.values.currentPin}
        error={blockedForMs > 0 ? blockText(blockedForMs) : currentPin}
        onChange={form.change('currentPin')}
      />
      <PinField
        label={text.admin.newPin}
        name="newPin"
        value={form.values.newPin}
        error={newPin}
        onChange={form.change('newPin')}
      />
      <PinField
        label={text.admin.repeatNewPin}
        name="repeated"
        hint=""
        value={form.values.repeated}
        error={repeated}
        onChange={form.change('repeated')}
      />
      <Button type="submit" isBusy={form.isSending} disabled={blockedForMs > 0}>
        {text.admin.changePin}
      </Button>
      <KeepUnsaved isDirty={isDirty} />
    </form>
  );
}

function check({ currentPin, newPin, repeated }: ChangeValues): PinErrors<ChangeField> {
  const errors: PinErrors<ChangeField> = {};
  const wrongCurrent = pinFormError(currentPin);
  if (wrongCurrent !== undefined) errors.currentPin = wrongCurrent;
  const wrongNew = newPinError(newPin);
  if (wrongNew !== undefined) errors.newPin = wrongNew;
  const differs = repeatError(newPin, repeated);
  if (wrongNew === undefined && differs !== undefined) errors.repeated = differs;
  return errors;
}

async function change({ currentPin, newPin }: ChangeValues): Promise<PinErrors<ChangeField>> {
  const changed = await adminRequest('admin:change-pin', { currentPin, newPin });
  if (!changed.ok) return { currentPin: refusalText(changed.error) };
  setAdminStatus(changed.value);
  showToast(text.admin.pinChanged);
  return {};
}
