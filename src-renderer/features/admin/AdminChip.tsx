import { Lock, LockOpen, Settings } from 'lucide-react';
import type { ReactNode } from 'react';
import { withKey } from '../../commands/commands.ts';
import { minutesSeconds } from '../../text/minutes-seconds.ts';
import { askForPin, lockNow, useUnlockedUntilMs } from '../../store/admin-store.ts';
import { Button } from '../../ui/Button.tsx';
import { useMonotonicNow } from '../../ui/use-monotonic-now.ts';
import './admin.css';

/** Whether changes are possible now: an open padlock with the time that is left, or the way to unlock. */
export function AdminChip({ onSettings }: { onSettings: () => void }): ReactNode {
  const unlockedUntilMs = useUnlockedUntilMs();
  if (unlockedUntilMs === null) {
    return (
      <Button
        aria-label="Unlock"
        title={withKey('Unlock with the admin PIN', 'wall', 'lock')}
        icon={<Lock size={16} aria-hidden />}
        onClick={() => void askForPin()}
      >
        Unlock
      </Button>
    );
  }
  return (
    <div className="admin-chip" role="group" aria-label="Admin">
      <LockOpen size={16} aria-hidden />
      <TimeLeft untilMs={unlockedUntilMs} />
      <button
        type="button"
        className="admin-chip__button"
        aria-label="Admin settings"
        title="Admin settings"
        onClick={onSettings}
      >
        <Settings size={16} aria-hidden />
      </button>
      <button
        type="button"
        className="admin-chip__button admin-chip__button--lock"
        title={withKey('Lock now', 'wall', 'lock')}
        onClick={() => void lockNow()}
      >
        Lock
      </button>
    </div>
  );
}

function TimeLeft({ untilMs }: { untilMs: number }): ReactNode {
  const leftMs = untilMs - useMonotonicNow();
  return (
    <span role="timer" aria-label="Unlocked for" title="Locks by itself without a change">
      {minutesSeconds(leftMs)}
    </span>
  );
}
