import type { ReactNode } from 'react';
import { text } from '../../text/catalogue.ts';
import { request } from '../../api/ipc-client.ts';
import { setAdminStatus } from '../../store/admin-store.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/dialog/Dialog.tsx';
import type { Wrong } from '../../ui/form/wrong.ts';
import { PinField } from './PinField.tsx';
import { newPinError, repeatError } from './pin-text.ts';
import { usePinForm } from './use-pin-form.ts';
import './admin.css';

type SetupValues = Record<'pin' | 'repeated', string>;

const EMPTY: SetupValues = { pin: '', repeated: '' };

/** The first start: the app asks for a PIN until there is one; closing the app is the only other way out. */
export function SetupDialog(): ReactNode {
  const form = usePinForm(EMPTY, check, setFirstPin);
  return (
    <Dialog title={text.admin.setUp} size="small">
      <form className="pin-form" noValidate autoComplete="off" onSubmit={form.onSubmit}>
        <div className="dialog__body">
          <p className="pin-form__lead">{text.admin.setUpAbout} </p>
          <PinField label={text.admin.newPin} isFirst field={form.field('pin')} />
          <PinField label={text.admin.repeatPin} hint="" field={form.field('repeated')} />
        </div>
        <footer className="dialog__footer">
          <Button type="submit" tone="primary" isBusy={form.isSending}>
            {text.admin.setPin}
          </Button>
        </footer>
      </form>
    </Dialog>
  );
}

function check({ pin, repeated }: SetupValues): Wrong {
  const wrong = newPinError(pin);
  if (wrong !== undefined) return { pin: wrong };
  const differs = repeatError(pin, repeated);
  return differs === undefined ? {} : { repeated: differs };
}

async function setFirstPin({ pin }: SetupValues): Promise<Wrong> {
  const set = await request('admin:set-pin', { pin });
  if (!set.ok) return { pin: set.error.message };
  setAdminStatus(set.value);
  return {};
}
