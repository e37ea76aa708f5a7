import { TriangleAlert, X } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { NvrLogin } from '@contract/models/nvr-login.ts';
import type { NvrWithLogin } from '@contract/models/nvr.ts';
import type { PlaybackStatus } from '@contract/models/playback.ts';
import type { SecretsStatus } from '@contract/models/secrets.ts';
import { request } from '../../api/ipc-client.ts';
import { useNvrs } from '../../store/site-store.ts';
import { useAppInfo, usePlaybackStatus, useSecretsStatus } from '../../store/status-store.ts';
import { Button } from '../../ui/Button.tsx';
import { loginFact } from '../nvrs/login-fact.ts';
import './notices.css';

interface Notice {
  /** Names the cause: a notice that was hidden comes back with another one. */
  key: string;
  text: string;
  detail?: string;
  action?: { label: string; run: () => void };
}

/** What concerns the whole station, lying over the wall so that no tile moves. Each can be hidden: there are pictures below. */
export function Notices({ onNvrs }: { onNvrs: () => void }): ReactNode {
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const notices = [
    ...playbackNotices(usePlaybackStatus()),
    ...secretsNotices(useSecretsStatus()),
    ...useNvrs().flatMap((nvr) => loginNotices(nvr, onNvrs)),
    ...(useAppInfo()?.notices ?? []).map((text) => ({ key: text, text })),
  ];
  return (
    <div className="notices" role="status">
      {notices
        .filter(({ key }) => !hidden.has(key))
        .map((notice) => (
          <NoticeCard
            key={notice.key}
            notice={notice}
            onHide={() => setHidden(new Set([...hidden, notice.key]))}
          />
        ))}
    </div>
  );
}

function playbackNotices(playback: PlaybackStatus): Notice[] {
  if (playback.state !== 'failed') return [];
  return [
    {
      key: `playback ${playback.reason}`,
      text: 'The streaming service keeps failing. Live pictures are off until it runs again.',
      detail: playback.reason,
      action: { label: 'Try now', run: () => void request('playback:restart', {}) },
    },
  ];
}

function secretsNotices(secrets: SecretsStatus): Notice[] {
  if (secrets.state !== 'unavailable') return [];
  return [
    {
      key: `secrets ${secrets.reason}`,
      text: 'The system keychain is locked or missing, so NVR passwords cannot be read or saved.',
      detail: secrets.reason,
      action: { label: 'Try again', run: () => void request('secrets:retry', {}) },
    },
  ];
}

const TO_MEND: ReadonlySet<NvrLogin['state']> = new Set([
  ...(['refused', 'locked', 'no-password', 'certificate-changed'] as const),
]);

/** Only what a person must mend; the tiles say it too, but perhaps on another page. */
function loginNotices(nvr: NvrWithLogin, onNvrs: () => void): Notice[] {
  const { id, name, login, isEnabled } = nvr;
  if (!isEnabled || !TO_MEND.has(login.state)) return [];
  return [
    {
      key: `login ${id} ${login.state}`,
      text:
        login.state === 'certificate-changed'
          ? `“${name}” shows another certificate than before.`
          : `“${name}” does not let us in.`,
      detail: loginFact(login).text,
      action: { label: 'Open NVRs', run: onNvrs },
    },
  ];
}

function NoticeCard({ notice, onHide }: { notice: Notice; onHide: () => void }): ReactNode {
  const { text, detail, action } = notice;
  return (
    <div className="notice">
      <TriangleAlert size={20} aria-hidden />
      <div>
        <p>{text}</p>
        {detail !== undefined && <p className="notice__detail">{detail}</p>}
      </div>
      {action && <Button onClick={action.run}>{action.label}</Button>}
      <button type="button" className="icon-button" aria-label="Hide this notice" onClick={onHide}>
        <X size={18} aria-hidden />
      </button>
    </div>
  );
}
