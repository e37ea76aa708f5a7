import { RotateCcw } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { Backup } from '@contract/models/site.ts';
import { text } from '../../text/catalogue.ts';
import { useAllCameras, useNvrs } from '../../store/site-store.ts';
import { Button } from '../../ui/Button.tsx';
import { useEscape } from '../../ui/dialog/dialog-escape.ts';
import { capitalized, whenText } from './site-text.ts';

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
          {text.site.reasons[reason]} · {text.common.nvrs(nvrs)} · {text.common.cameras(cameras)}
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
          aria-label={text.site.restoreOf(when)}
          isBusy={isBusy}
          onClick={() => setIsAsking(true)}
        >
          {text.site.askRestore}
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
  const present = text.site.size(useNvrs().length, useAllCameras().length);
  return (
    <div className="site-question" role="group" aria-label={text.site.restoreQuestion(props.when)}>
      <p>{text.site.restoreReplaces(present, props.when)}</p>
      <div className="site-form__buttons">
        <Button autoFocus isBusy={props.isBusy} onClick={props.onKeep}>
          {text.common.cancel}
        </Button>
        <Button tone="danger" isBusy={props.isBusy} onClick={props.onRestore}>
          {props.isRestoring ? text.site.restoring : text.site.restore}
        </Button>
      </div>
    </div>
  );
}
