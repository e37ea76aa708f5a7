import { useCallback, useState, type ReactNode } from 'react';
import { useLeaveGuard } from './leave-guard.ts';
import { UnsavedDialog } from './UnsavedDialog.tsx';

/** Keeps a form from being left with unsaved entries unasked, by whichever way. */
export interface Unsaved {
  /** Leaves at once, or when somebody agrees. */
  leave: (act: () => void) => void;
  /** To be rendered within the form's dialog. */
  question: ReactNode;
}

/** @param isDirty true from the first change to its saving */
export function useUnsaved(isDirty: boolean): Unsaved {
  const [waiting, setWaiting] = useState<{ leave: () => void } | null>(null);
  const ask = useCallback((leave: () => void) => setWaiting({ leave }), []);
  useLeaveGuard(isDirty, ask);
  return {
    leave: (act) => (isDirty ? ask(act) : act()),
    question: waiting && (
      <UnsavedDialog
        onDiscard={() => {
          setWaiting(null);
          waiting.leave();
        }}
        onKeep={() => setWaiting(null)}
      />
    ),
  };
}

/** The same for a form that is a dialog of its own: rendered within it, it keeps Esc and Close from losing what was typed. */
export function KeepUnsaved({ isDirty }: { isDirty: boolean }): ReactNode {
  return useUnsaved(isDirty).question;
}
