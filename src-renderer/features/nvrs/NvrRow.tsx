import { KeyRound, RefreshCw, Trash2 } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { NvrWithLogin } from '@contract/models/nvr.ts';
import { adminRequest } from '../../store/admin-store.ts';
import { showToast } from '../../store/toast-store.ts';
import { offerUndo } from '../../store/undo.ts';
import { Button } from '../../ui/Button.tsx';
import { SyncDialog } from '../sync/SyncDialog.tsx';
import { loginFact } from './login-fact.ts';
import { NewPasswordForm } from './NewPasswordForm.tsx';

type RowMode = 'facts' | 'password' | 'remove';

/** One recorder: what it is, whether its login holds, and what can be done about it. */
export function NvrRow({ nvr }: { nvr: NvrWithLogin }): ReactNode {
  const [mode, setMode] = useState<RowMode>('facts');
  const [isSyncing, setIsSyncing] = useState(false);
  const back = (): void => setMode('facts');
  return (
    <li>
      {mode === 'facts' && <Facts nvr={nvr} onMode={setMode} onSync={() => setIsSyncing(true)} />}
      {mode === 'password' && <NewPasswordForm nvr={nvr} onDone={back} />}
      {mode === 'remove' && <RemoveQuestion nvr={nvr} onKeep={back} />}
      {isSyncing && <SyncDialog nvr={nvr} onClose={() => setIsSyncing(false)} />}
    </li>
  );
}

interface FactsProps {
  nvr: NvrWithLogin;
  onMode: (mode: RowMode) => void;
  onSync: () => void;
}

function Facts({ nvr, onMode, onSync }: FactsProps): ReactNode {
  const fact = loginFact(nvr.login);
  return (
    <>
      <div>
        <p className="nvr-list__name">{nvr.name}</p>
        <p className="nvr-list__facts">
          {nvr.host} · {nvr.maxChannels} channels · user {nvr.username}
        </p>
        <p className={`nvr-list__facts nvr-list__login--${fact.tone}`}>{fact.text}</p>
      </div>
      <Button
        icon={<RefreshCw size={16} aria-hidden />}
        aria-label={`Sync ${nvr.name}`}
        title="Compare with the NVR’s own list of cameras"
        onClick={onSync}
      >
        Sync…
      </Button>
      <Button
        icon={<KeyRound size={16} aria-hidden />}
        aria-label={`New password for ${nvr.name}`}
        title="New password"
        onClick={() => onMode('password')}
      />
      <Button
        icon={<Trash2 size={16} aria-hidden />}
        aria-label={`Remove ${nvr.name}`}
        title="Remove"
        onClick={() => onMode('remove')}
      />
    </>
  );
}

function RemoveQuestion({ nvr, onKeep }: { nvr: NvrWithLogin; onKeep: () => void }): ReactNode {
  const remove = async (): Promise<void> => {
    const removed = await adminRequest('nvr:remove', { id: nvr.id });
    if (removed.ok) offerUndo(`“${nvr.name}” removed.`, removed.value);
    else showToast(removed.error.message);
  };
  return (
    <>
      <div>
        <p className="nvr-list__name">{`Remove “${nvr.name}”?`}</p>
        <p className="nvr-list__facts">
          Its {nvr.maxChannels} cameras and its stored password will be gone.
        </p>
      </div>
      <Button autoFocus onClick={onKeep}>
        Keep
      </Button>
      <Button tone="danger" onClick={() => void remove()}>
        Remove
      </Button>
    </>
  );
}
