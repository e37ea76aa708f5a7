import { Lock } from 'lucide-react';
import type { ReactNode } from 'react';
import { useIsUnlocked } from '../../store/admin-store.ts';
import './admin.css';

/** A button's icon with a small padlock on it while the button would ask for the PIN; its size stays the same. */
export function GuardedIcon({ icon }: { icon: ReactNode }): ReactNode {
  const isUnlocked = useIsUnlocked();
  return (
    <i className="guarded-icon">
      {icon}
      {!isUnlocked && <Lock className="guarded-icon__lock" size={10} strokeWidth={3} aria-hidden />}
    </i>
  );
}
