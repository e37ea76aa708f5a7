import type { ReactNode } from 'react';
import { request } from '../../api/ipc-client.ts';
import { setAdminStatus } from '../../store/admin-store.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/dialog/Dialog.tsx';
import { PinField } from './PinField.tsx';
import { newPinError, repeatError } from './pin-text.ts';
import { usePinForm, type PinErrors } from './use-pin-form.ts';
import './admin.css';

type SetupField = 'pin' | 'repeated';
type SetupValues = Record<SetupField, string>;

const EMPTY: SetupValues = { pin: '', repeated: '' };

/** The first start: the app asks for a PIN until there is one; closing the app is the only other way out. */
export function SetupDialog(): ReactNode {
  const form = usePinForm(EMPTY, check, setFirstPin);
  return (
    <Dialog title="Set the admin PIN" size="small">
      <form className="pin-form" noValidate autoComplete="off" onSubmit={form.onSubmit}>
        <div className="dialog__body">
          <p className="pin-form__lead">
            Anyone may watch; adding, changing or removing NVRs needs this PIN. It cannot be
            recovered: a reset also forgets every NVR password.
          </p>
          <PinField
            label="New PIN"
            name="pin"
            isFirst
            value={form.values.pin}
            error={form.errors.pin}
            onChange={form.change('pin')}
          />
          <PinField
            label="Repeat PIN"
            name="repeated"
            hint=""
            value={form.values.repeated}
            error={form.errors.repeated}
            onChange={form.change('repeated')}
          />
        </div>
        <footer className="dialog__footer">
          <Button type="submit" tone="primary" isBusy={form.isSending}>
            Set PIN
          </Button>
        </footer>
      </form>
    </Dialog>
  );
}

function check({ pin, repeated }: SetupValues): PinErrors<SetupField> {
  const wrong = newPinError(pin);
  if (wrong !== undefined) return { pin: wrong };
  const differs = repeatError(pin, repeated);
  return differs === undefined ? {} : { repeated: differs };
}

async function setFirstPin({ pin }: SetupValues): Promise<PinErrors<SetupField>> {
  const set = await request('admin:set-pin', { pin });
  if (!set.ok) return { pin: set.error.message };
  setAdminStatus(set.value);
  return {};
}
