import { createContext, useContext, useEffect, type RefObject } from 'react';

/** Goes on with leaving at once, or later, when somebody has agreed to lose what was typed. */
export type LeaveGuard = (leave: () => void) => void;

/** The guards of what a dialog holds, the last one to be needed last. */
export type LeaveGuards = RefObject<LeaveGuard[]>;

/** Given by a Dialog to what it holds. */
export const DialogGuards = createContext<LeaveGuards | null>(null);

/** While a form holds unsaved entries, it decides whether its dialog closes, or shows something else in its place. */
export function useLeaveGuard(isNeeded: boolean, decide: LeaveGuard): void {
  const guards = useContext(DialogGuards);
  useEffect(() => {
    const needed = guards?.current;
    if (!isNeeded || needed === undefined) return;
    needed.push(decide);
    return () => void needed.splice(needed.indexOf(decide), 1);
  }, [guards, isNeeded, decide]);
}

/** Leaves what the dialog around it shows, unless a form in there holds something back. */
export function useLeave(): LeaveGuard {
  const guards = useContext(DialogGuards);
  return (leave) => leaveBy(guards, leave);
}

/** The same for the dialog itself. One question is enough, however many forms are open. */
export function leaveBy(guards: LeaveGuards | null, leave: () => void): void {
  const guard = guards?.current.at(-1);
  if (guard === undefined) leave();
  else guard(leave);
}
