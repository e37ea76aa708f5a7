import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { NvrLogin } from '@contract/models/nvr-login.ts';
import { loginFact } from '../nvrs/login-fact.ts';
import { request } from '../../api/ipc-client.ts';
import {
  dismissNotice,
  useAppInfo,
  usePlaybackStatus,
  useSecretsStatus,
} from '../../store/status-store.ts';
import { useNvrs } from '../../store/site-store.ts';
import { Button } from '../../ui/Button.tsx';
import './notices.css';

/** Only a person can mend these; the tiles say so too, but perhaps on another page. */
const SHUT: ReadonlySet<NvrLogin['state']> = new Set(['refused', 'locked', 'no-password']);

interface NoticeProps {
  text: string;
  detail?: string;
  action: string;
  onAction: () => void;
}

/** What concerns the whole station, lying over the wall so that no tile moves. */
export function Notices({ onNvrs }: { onNvrs: () => void }): ReactNode {
  const playback = usePlaybackStatus();
  const secrets = useSecretsStatus();
  const shut = useNvrs().filter(({ login }) => SHUT.has(login.state));
  const notices = useAppInfo()?.notices ?? [];
  return (
    <div className="notices" role="status">
      {playback.state === 'failed' && (
        <Notice
          text="The streaming service keeps failing. Live pictures are off until it runs again."
          detail={playback.reason}
          action="Try now"
          onAction={() => void request('playback:restart', {})}
        />
      )}
      {secrets.state === 'unavailable' && (
        <Notice
          text="The system keychain is locked or missing, so recorder passwords cannot be read or saved."
          detail={secrets.reason}
          action="Try again"
          onAction={() => void request('secrets:retry', {})}
        />
      )}
      {shut.map((nvr) => (
        <Notice
          key={nvr.id}
          text={`“${nvr.name}” does not let us in.`}
          detail={loginFact(nvr.login).text}
          action="Open NVRs"
          onAction={onNvrs}
        />
      ))}
      {notices.map((notice) => (
        <Notice
          key={notice}
          text={notice}
          action="Understood"
          onAction={() => dismissNotice(notice)}
        />
      ))}
    </div>
  );
}

function Notice({ text, detail, action, onAction }: NoticeProps): ReactNode {
  return (
    <div className="notice">
      <TriangleAlert size={20} aria-hidden />
      <div>
        <p>{text}</p>
        {detail !== undefined && <p className="notice__detail">{detail}</p>}
      </div>
      <Button onClick={onAction}>{action}</Button>
    </div>
  );
}
