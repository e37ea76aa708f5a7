import { RotateCcw } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { Backup } from '@contract/models/site.ts';
import { useAllCameras, useNvrs } from '../../store/site-store.ts';
import { Button } from '../../ui/Button.tsx';
import { useEscape } from '../../ui/dialog/dialog-escape.ts';
import { capitalized, counted, reasonText, siteSizeText, whenText } from './site-text.ts';

interface BackupRowProps {
  backup: Backup;
  nowMs: number;
  /** True while anything is done with backups. */
  isBusy: boolean;
  isRestoring: boolean;
  onRestore: () => Promise<void>;
}

/** One backup: when and why it was made, what it holds, and the question before it is restored. */
export function BackupRow({
  backup,
  nowMs,
  isBusy,
  isRestoring,
  onRestore,
}: BackupRowProps): ReactNode {
  const [isAsking, setIsAsking] = useState(false);
  const when = whenText(backup.createdAtMs, nowMs);
  const { nvrs, cameras, reason } = backup;
  const close = (): void => setIsAsking(false);
  return (
    <li data-asking={isAsking}>
      <div>
        <p className="site-list__name">{capitalized(when)}</p>
        <p className="site-list__facts">
          {reasonText(reason)} · {counted(nvrs, 'NVR')} · {counted(cameras, 'camera')}
        </p>
      </div>
      {isAsking ? (
        <RestoreQuestion
          when={when}
          isRestoring={isRestoring}
          isBusy={isBusy}
          onKeep={close}
          onRestore={() => void onRestore().then(close)}
        />
      ) : (
        <Button
          icon={<RotateCcw size={16} aria-hidden />}
          aria-label={`Restore ${when}`}
          isBusy={isBusy}
          onClick={() => setIsAsking(true)}
        >
          Restore…
        </Button>
      )}
    </li>
  );
}

interface RestoreQuestionProps {
  when: string;
  isBusy: boolean;
  isRestoring: boolean;
  onKeep: () => void;
  onRestore: () => void;
}

function RestoreQuestion(props: RestoreQuestionProps): ReactNode {
  useEscape(props.onKeep);
  const present = { nvrs: useNvrs().length, cameras: useAllCameras().length };
  return (
    <div className="site-question" role="group" aria-label={`Restore ${props.when}?`}>
      <p>
        Replaces the present list of {siteSizeText(present)} with that of {props.when}. The present
        state is kept as a backup.
      </p>
      <div className="site-form__buttons">
        <Button autoFocus isBusy={props.isBusy} onClick={props.onKeep}>
          Cancel
        </Button>
        <Button tone="danger" isBusy={props.isBusy} onClick={props.onRestore}>
          {props.isRestoring ? 'Restoring…' : 'Restore'}
        </Button>
      </div>
    </div>
  );
}
