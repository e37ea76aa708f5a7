import {
  HardDrive,
  KeyRound,
  Siren,
  Pencil,
  Pause,
  Play,
  RefreshCw,
  Trash2,
  Video,
} from 'lucide-react';
import { useEffect, useRef, useState, type ReactNode, type RefObject } from 'react';
import type { NvrWithLogin } from '@contract/models/nvr.ts';
import { text } from '../../../text/catalogue.ts';
import { adminRequest } from '../../../store/admin-store.ts';
import { useAllCameras } from '../../../store/site-store.ts';
import { showToast } from '../../../store/toast-store.ts';
import { Button } from '../../../ui/Button.tsx';
import { AlarmCheckDialog } from '../../alarm-check/index.ts';
import { SyncDialog } from '../../sync/index.ts';
import { CertificateReview } from './CertificateReview.tsx';
import { NewPasswordForm } from '../../probe/index.ts';
import { nvrFacts, stateFact } from './nvr-facts.ts';
import { useNow } from '../../../ui/use-now.ts';
import { isFocusLost } from './list-focus.ts';
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
  const [dialog, setDialog] = useState<'sync' | 'alarm-check' | null>(null);
  const close = (): void => setDialog(null);
  const back = (): void => setMode('facts');
  const { login } = nvr;
  // It may have settled itself while somebody was reading.
  const isSettled = mode === 'certificate' && login.state !== 'certificate-changed';
  const shown = isSettled ? 'facts' : mode;
  const ref = useFocusBack(shown);
  return (
    <li ref={ref} data-nvr={nvr.id} data-disabled={!nvr.isEnabled}>
      {shown === 'facts' && (
        <Facts nvr={nvr} cameras={cameras} onEdit={onEdit} onMode={setMode} onOpen={setDialog} />
      )}
      {shown === 'password' && <NewPasswordForm nvr={nvr} onDone={back} />}
      {shown === 'remove' && <RemoveQuestion nvr={nvr} cameras={cameras} onKeep={back} />}
      {shown === 'certificate' && login.state === 'certificate-changed' && (
        <CertificateReview nvr={nvr} login={login} onDone={back} />
      )}
      {dialog === 'sync' && <SyncDialog nvr={nvr} onClose={close} />}
      {dialog === 'alarm-check' && <AlarmCheckDialog nvr={nvr} onClose={close} />}
    </li>
  );
}

/** Leads the focus, which goes away with a row's form, back to the button that opened it, or to the first that is left. */
function useFocusBack(mode: RowMode): RefObject<HTMLLIElement | null> {
  const ref = useRef<HTMLLIElement>(null);
  const before = useRef(mode);
  useEffect(() => {
    const opener = before.current;
    before.current = mode;
    if (mode !== 'facts' || opener === 'facts' || !isFocusLost()) return;
    const button =
      ref.current?.querySelector<HTMLElement>(`[data-opens="${opener}"]`) ??
      ref.current?.querySelector<HTMLElement>('button');
    button?.focus();
  }, [mode]);
  return ref;
}

interface FactsProps extends NvrRowProps {
  cameras: number;
  onMode: (mode: RowMode) => void;
  onOpen: (dialog: 'sync' | 'alarm-check') => void;
}

function Facts({ nvr, cameras, onEdit, onMode, onOpen }: FactsProps): ReactNode {
  const fact = stateFact(nvr, useNow(true));
  const Kind = nvr.layout.kind === 'single' ? Video : HardDrive;
  return (
    <>
      <Kind className="nvr-list__kind" size={KIND_ICON_PX} aria-hidden />
      <div>
        <p className="nvr-list__name" dir="auto" title={nvr.name}>
          {nvr.name}
        </p>
        <p className="nvr-list__facts">{nvrFacts(nvr, cameras)}</p>
        <p className={`nvr-list__facts nvr-list__login--${fact.tone}`}>{fact.text}</p>
      </div>
      <NextStep nvr={nvr} onMode={onMode} />
      <div className="nvr-list__actions" role="group" aria-label={text.nvrs.actions(nvr.name)}>
        {nvr.layout.kind === 'hikvision' && nvr.isEnabled && (
          <AskedActions nvr={nvr} onOpen={onOpen} />
        )}
        <IconAction
          label={text.nvrs.editOf(nvr.name)}
          title={text.nvrs.edit}
          opens="edit"
          onClick={onEdit}
        >
          <Pencil size={ICON_PX} aria-hidden />
        </IconAction>
        {nvr.username !== '' && !needsPassword(nvr) && (
          <IconAction
            label={text.nvrs.newPasswordOf(nvr.name)}
            title={text.nvrs.newPassword}
            opens="password"
            onClick={() => onMode('password')}
          >
            <KeyRound size={ICON_PX} aria-hidden />
          </IconAction>
        )}
        <EnabledSwitch nvr={nvr} />
        <IconAction
          label={text.nvrs.removeOf(nvr.name)}
          title={text.common.remove}
          opens="remove"
          onClick={() => onMode('remove')}
        >
          <Trash2 size={ICON_PX} aria-hidden />
        </IconAction>
      </div>
    </>
  );
}

/** What only a recorder that tells of itself can be asked. */
function AskedActions({ nvr: { name }, onOpen }: Pick<FactsProps, 'nvr' | 'onOpen'>): ReactNode {
  const { sync, syncTip } = text.nvrs;
  const { openOf, tip } = text.alarmCheck;
  return (
    <>
      <IconAction label={sync(name)} title={syncTip} onClick={() => onOpen('sync')}>
        <RefreshCw size={ICON_PX} aria-hidden />
      </IconAction>
      <IconAction label={openOf(name)} title={tip} onClick={() => onOpen('alarm-check')}>
        <Siren size={ICON_PX} aria-hidden />
      </IconAction>
    </>
  );
}

/** What has to be done before pictures come again, in words. */
function NextStep({ nvr, onMode }: Pick<FactsProps, 'nvr' | 'onMode'>): ReactNode {
  if (needsPassword(nvr)) {
    return (
      <Button
        aria-label={text.nvrs.newPasswordOf(nvr.name)}
        data-opens="password"
        onClick={() => onMode('password')}
      >
        {text.nvrs.askNewPassword}
      </Button>
    );
  }
  if (!nvr.isEnabled || nvr.login.state !== 'certificate-changed') return null;
  return (
    <Button data-opens="certificate" onClick={() => onMode('certificate')}>
      {text.nvrs.askReview}
    </Button>
  );
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
  const Icon = isEnabled ? Pause : Play;
  return (
    <IconAction
      label={isEnabled ? text.nvrs.disableOf(name) : text.nvrs.enableOf(name)}
      title={isEnabled ? text.nvrs.disableTip : text.nvrs.enableTip}
      onClick={() => void change()}
    >
      <Icon size={ICON_PX} aria-hidden />
    </IconAction>
  );
}

interface IconActionProps {
  /** Names the device too, for those who hear a list of buttons. */
  label: string;
  title: string;
  /** The form it opens, which gives the focus back to it. */
  opens?: 'edit' | RowMode;
  onClick: () => void;
  children: ReactNode;
}

function IconAction({ label, title, opens, onClick, children }: IconActionProps): ReactNode {
  return (
    <button
      type="button"
      className="icon-button"
      aria-label={label}
      title={title}
      data-opens={opens}
      onClick={onClick}
    >
      {children}
    </button>
  );
}
