import { Lock, LockOpen, Settings } from 'lucide-react';
import type { ReactNode } from 'react';
import { text } from '../../text/catalogue.ts';
import { withKey } from '../../commands/commands.ts';
import { minutesSeconds } from '../../text/minutes-seconds.ts';
import { askForPin, lockNow, useUnlockedUntilMs } from '../../store/admin-store.ts';
import { Button } from '../../ui/Button.tsx';
import { Tip } from '../../ui/Tip.tsx';
import { useMonotonicNow } from '../../ui/use-monotonic-now.ts';
import './admin.css';

/** Whether changes are possible now: an open padlock with the time that is left, or the way to unlock. */
export function AdminChip({ onSettings }: { onSettings: () => void }): ReactNode {
  const unlockedUntilMs = useUnlockedUntilMs();
  if (unlockedUntilMs === null) {
    return (
      <Button
        aria-label={text.admin.unlock}
        title={withKey(text.admin.unlockTip, 'wall', 'lock')}
        icon={<Lock size={16} aria-hidden />}
        onClick={() => void askForPin()}
      >
        {text.admin.unlock}
      </Button>
    );
  }
  return (
    <div className="admin-chip" role="group" aria-label={text.admin.group}>
      <LockOpen size={16} aria-hidden />
      <TimeLeft untilMs={unlockedUntilMs} />
      <Tip text={text.admin.settings}>
        <button
          type="button"
          className="admin-chip__button"
          aria-label={text.admin.settings}
          onClick={onSettings}
        >
          <Settings size={16} aria-hidden />
        </button>
      </Tip>
      <Tip text={withKey(text.admin.lockNow, 'wall', 'lock')}>
        <button
          type="button"
          className="admin-chip__button admin-chip__button--lock"
          onClick={() => void lockNow()}
        >
          {text.admin.lock}
        </button>
      </Tip>
    </div>
  );
}

function TimeLeft({ untilMs }: { untilMs: number }): ReactNode {
  const leftMs = untilMs - useMonotonicNow();
  return (
    <span role="timer" aria-label={text.admin.unlocked} title={text.admin.locksByItself}>
      {minutesSeconds(leftMs)}
    </span>
  );
}
