import type { ReactNode } from 'react';
import type { NvrWithLogin } from '@contract/models/nvr.ts';
import { text } from '../../../text/catalogue.ts';
import { adminRequest } from '../../../store/admin-store.ts';
import { showToast } from '../../../store/toast-store.ts';
import { offerUndo } from '../../../store/undo.ts';
import { Button } from '../../../ui/Button.tsx';
import { useEscape } from '../../../ui/dialog/dialog-escape.ts';
import { lossOf } from './nvr-facts.ts';

interface RemoveQuestionProps {
  nvr: NvrWithLogin;
  cameras: number;
  onKeep: () => void;
}

/** Asks before a device goes, and says what goes with it. */
export function RemoveQuestion({ nvr, cameras, onKeep }: RemoveQuestionProps): ReactNode {
  useEscape(onKeep);
  const remove = async (): Promise<void> => {
    const removed = await adminRequest('nvr:remove', { id: nvr.id });
    if (removed.ok) offerUndo(text.nvrs.removed(nvr.name), removed.value);
    else showToast(removed.error.message);
  };
  return (
    <>
      <div>
        <p className="nvr-list__name">{text.nvrs.removeQuestion(nvr.name)}</p>
        <p className="nvr-list__facts">{lossOf(nvr, cameras)}</p>
      </div>
      <Button autoFocus onClick={onKeep}>
        {text.common.keep}
      </Button>
      <Button tone="danger" onClick={() => void remove()}>
        {text.common.remove}
      </Button>
    </>
  );
}
