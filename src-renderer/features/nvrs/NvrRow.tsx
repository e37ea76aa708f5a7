import { HardDrive, KeyRound, Pencil, Power, PowerOff, Trash2, Video } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { NvrWithLogin } from '@contract/models/nvr.ts';
import { adminRequest } from '../../store/admin-store.ts';
import { useAllCameras } from '../../store/site-store.ts';
import { showToast } from '../../store/toast-store.ts';
import { Button } from '../../ui/Button.tsx';
import { CertificateReview } from './CertificateReview.tsx';
import { NewPasswordForm } from './NewPasswordForm.tsx';
import { nvrFacts, stateFact } from './nvr-facts.ts';
import { RemoveQuestion } from './RemoveQuestion.tsx';

type RowMode = 'facts' | 'password' | 'remove' | 'certificate';

const ICON_PX = 16;
const KIND_ICON_PX = 20;

interface NvrRowProps {
  nvr: NvrWithLogin;
  onEdit: () => void;
}

/** One recorder or single camera: what it is, whether its login holds, and what can be done about it. */
export function NvrRow({ nvr, onEdit }: NvrRowProps): ReactNode {
  const [mode, setMode] = useState<RowMode>('facts');
  const cameras = useAllCameras().filter((camera) => camera.nvrId === nvr.id).length;
  const back = (): void => setMode('facts');
  const { login } = nvr;
  // It may have settled itself while somebody was reading.
  const isSettled = mode === 'certificate' && login.state !== 'certificate-changed';
  const shown = isSettled ? 'facts' : mode;
  return (
    <li data-disabled={!nvr.isEnabled}>
      {shown === 'facts' && <Facts nvr={nvr} cameras={cameras} onEdit={onEdit} onMode={setMode} />}
      {shown === 'password' && <NewPasswordForm nvr={nvr} onDone={back} />}
      {shown === 'remove' && <RemoveQuestion nvr={nvr} cameras={cameras} onKeep={back} />}
      {shown === 'certificate' && login.state === 'certificate-changed' && (
        <CertificateReview nvr={nvr} login={login} onDone={back} />
      )}
    </li>
  );
}

interface FactsProps extends NvrRowProps {
  cameras: number;
  onMode: (mode: RowMode) => void;
}

function Facts({ nvr, cameras, onEdit, onMode }: FactsProps): ReactNode {
  const fact = stateFact(nvr);
  const Kind = nvr.layout.kind === 'single' ? Video : HardDrive;
  return (
    <>
      <Kind className="nvr-list__kind" size={KIND_ICON_PX} aria-hidden />
      <div>
        <p className="nvr-list__name">{nvr.name}</p>
        <p className="nvr-list__facts">{nvrFacts(nvr, cameras)}</p>
        <p className={`nvr-list__facts nvr-list__login--${fact.tone}`}>{fact.text}</p>
      </div>
      <NextStep nvr={nvr} onMode={onMode} />
      <div className="nvr-list__actions" role="group" aria-label={`Actions for ${nvr.name}`}>
        <IconAction label={`Edit ${nvr.name}`} title="Edit" onClick={onEdit}>
          <Pencil size={ICON_PX} aria-hidden />
        </IconAction>
        {nvr.username !== '' && !needsPassword(nvr) && (
          <IconAction
            label={`New password for ${nvr.name}`}
            title="New password"
            onClick={() => onMode('password')}
          >
            <KeyRound size={ICON_PX} aria-hidden />
          </IconAction>
        )}
        <EnabledSwitch nvr={nvr} />
        <IconAction label={`Remove ${nvr.name}`} title="Remove" onClick={() => onMode('remove')}>
          <Trash2 size={ICON_PX} aria-hidden />
        </IconAction>
      </div>
    </>
  );
}

/** What has to be done before pictures come again, in words. */
function NextStep({ nvr, onMode }: Pick<FactsProps, 'nvr' | 'onMode'>): ReactNode {
  if (needsPassword(nvr)) {
    return (
      <Button aria-label={`New password for ${nvr.name}`} onClick={() => onMode('password')}>
        New password…
      </Button>
    );
  }
  if (!nvr.isEnabled || nvr.login.state !== 'certificate-changed') return null;
  return <Button onClick={() => onMode('certificate')}>Review certificate…</Button>;
}

function needsPassword({ isEnabled, login }: NvrWithLogin): boolean {
  return (
    isEnabled &&
    (login.state === 'refused' || login.state === 'locked' || login.state === 'no-password')
  );
}

function EnabledSwitch({ nvr }: { nvr: NvrWithLogin }): ReactNode {
  const { id, name, isEnabled } = nvr;
  const change = async (): Promise<void> => {
    const changed = await adminRequest('nvr:set-enabled', { id, isEnabled: !isEnabled });
    if (!changed.ok) showToast(changed.error.message);
  };
  const verb = isEnabled ? 'Disable' : 'Enable';
  const Icon = isEnabled ? PowerOff : Power;
  return (
    <IconAction label={`${verb} ${name}`} title={verb} onClick={() => void change()}>
      <Icon size={ICON_PX} aria-hidden />
    </IconAction>
  );
}

interface IconActionProps {
  /** Names the device too, for those who hear a list of buttons. */
  label: string;
  title: string;
  onClick: () => void;
  children: ReactNode;
}

function IconAction({ label, title, onClick, children }: IconActionProps): ReactNode {
  return (
    <button
      type="button"
      className="icon-button"
      aria-label={label}
      title={title}
      onClick={onClick}
    >
      {children}
    </button>
  );
}
