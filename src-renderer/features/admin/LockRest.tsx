import { LockOpen } from 'lucide-react';
import type { ReactNode } from 'react';
import { text } from '../../text/catalogue.ts';
import { minutesSeconds } from '../../text/minutes-seconds.ts';
import { lockNow, useUnlockedUntilMs } from '../../store/admin-store.ts';
import { useMonotonicNow } from '../../ui/use-monotonic-now.ts';
import './admin.css';

/** Says over a dialog that hides the bar that the app is unlocked, for how long, and ends that. */
export function LockRest(): ReactNode {
  const untilMs = useUnlockedUntilMs();
  const nowMs = useMonotonicNow();
  if (untilMs === null) return null;
  return (
    <div className="lock-rest">
      <LockOpen size={16} aria-hidden />
      <span title={text.admin.locksByItself}>
        {text.admin.unlockedRest(minutesSeconds(untilMs - nowMs))}
      </span>
      <button
        type="button"
        className="admin-chip__button admin-chip__button--lock"
        onClick={() => void lockNow()}
      >
        {text.admin.lockNow}
      </button>
    </div>
  );
}
