import { useEffect } from 'react';

/** Goes on with leaving at once, or later, when somebody has agreed to lose what was typed. */
export type LeaveGuard = (leave: () => void) => void;

let guard: LeaveGuard | null = null;

/** While a panel holds unsaved changes, it decides whether it is left. */
export function useLeaveGuard(isNeeded: boolean, decide: LeaveGuard): void {
  useEffect(() => {
    if (!isNeeded) return;
    guard = decide;
    return () => {
      if (guard === decide) guard = null;
    };
  }, [isNeeded, decide]);
}

/** Leaves the panel that is shown, unless it holds something back. */
export function leavePanel(leave: () => void): void {
  if (guard === null) leave();
  else guard(leave);
}
