import type { ReactNode } from 'react';
import { text } from '../../text/catalogue.ts';
import { request } from '../../api/ipc-client.ts';
import { cancelPin, setAdminStatus, useBlockedUntilMs } from '../../store/admin-store.ts';
import { useAppInfo } from '../../store/status-store.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/dialog/Dialog.tsx';
import type { Wrong } from '../../ui/form/wrong.ts';
import { PinField } from './PinField.tsx';
import { blockText, pinFormError, refusalText } from './pin-text.ts';
import { useMonotonicNow } from '../../ui/use-monotonic-now.ts';
import { usePinForm } from './use-pin-form.ts';
import './admin.css';

type UnlockValues = Record<'pin', string>;

const EMPTY: UnlockValues = { pin: '' };

/** Asks for the PIN, over whatever wanted it. A block counts down at the field, which keeps its focus and its place. */
export function UnlockDialog(): ReactNode {
  const form = usePinForm(EMPTY, check, unlock);
  const isDemo = useAppInfo()?.isDemo === true;
  const blockedForMs = useBlockedUntilMs() - useMonotonicNow();
  const isBlocked = blockedForMs > 0;
  return (
    <Dialog title={text.admin.enterPin} size="small" onClose={cancelPin}>
      <form className="pin-form" noValidate autoComplete="off" onSubmit={form.onSubmit}>
        <div className="dialog__body">
          <PinField
            label={text.admin.pin}
            isFirst
            hint={isDemo ? text.admin.demoHint : ''}
            readOnly={isBlocked}
            field={form.field('pin')}
            error={isBlocked ? blockText(blockedForMs) : undefined}
          />
        </div>
        <footer className="dialog__footer">
          <Button onClick={cancelPin}>{text.common.cancel}</Button>
          <Button type="submit" tone="primary" isBusy={form.isSending} disabled={isBlocked}>
            {text.admin.unlock}
          </Button>
        </footer>
      </form>
    </Dialog>
  );
}

function check({ pin }: UnlockValues): Wrong {
  const wrong = pinFormError(pin);
  return wrong === undefined ? {} : { pin: wrong };
}

async function unlock({ pin }: UnlockValues): Promise<Wrong> {
  const unlocked = await request('admin:unlock', { pin });
  if (unlocked.ok) {
    setAdminStatus(unlocked.value);
    return {};
  }
  return { pin: refusalText(unlocked.error) };
}
