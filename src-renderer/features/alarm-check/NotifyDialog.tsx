import type { ReactNode } from 'react';
import type { Nvr } from '@contract/models/nvr.ts';
import { text } from '../../text/catalogue.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/dialog/Dialog.tsx';

interface NotifyDialogProps {
  nvr: Pick<Nvr, 'name'>;
  /** Of the events. */
  names: readonly string[];
  /** How far it is; null: it has not begun. */
  changing: { done: number; total: number } | null;
  onLetNotify: () => Promise<void>;
  onClose: () => void;
}

const NAMED = 6;

/** Asks before the settings of an NVR are changed. What has begun is waited for. */
export function NotifyDialog(props: NotifyDialogProps): ReactNode {
  const { nvr, names, changing, onLetNotify, onClose } = props;
  const { letTitle, letQuestion, letWhat, letOthers, letNow, letting } = text.alarmCheck;
  const isBusy = changing !== null;
  const close = isBusy ? {} : { onClose };
  return (
    <Dialog title={letTitle} {...close}>
      <div className="dialog__body alarm-ask">
        <p>{letQuestion(nvr.name)}</p>
        <p>{letWhat(names.slice(0, NAMED), names.length - NAMED)}</p>
        <p className="alarm-check__muted">{letOthers}</p>
      </div>
      <footer className="dialog__footer">
        <Button data-initial-focus="" isBusy={isBusy} onClick={onClose}>
          {text.common.cancel}
        </Button>
        <Button tone="primary" isBusy={isBusy} onClick={() => void onLetNotify()}>
          {isBusy ? letting(changing.done, changing.total) : letNow}
        </Button>
      </footer>
    </Dialog>
  );
}
