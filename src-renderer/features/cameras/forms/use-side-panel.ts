import { useCallback, useState } from 'react';
import { useLeaveGuard } from '../../../ui/dialog/leave-guard.ts';

/** What the side panel is for at the moment. */
export type Shown = { kind: 'nothing' } | { kind: 'edit'; id: number } | { kind: 'add' };

/** The side panel, and the question that keeps unsaved changes from being lost. */
export interface SidePanel {
  shown: Shown;
  /** True from the first change to its saving. */
  setIsDirty: (isDirty: boolean) => void;
  /** Shows something else, unless somebody wants to keep what was typed; `then` follows only if it is shown. */
  show: (shown: Shown, then?: () => void) => void;
  /** Shows what has just been stored: nothing is unsaved, whatever the form said last. */
  showSaved: (id: number) => void;
  /** While somebody is asked: what each answer does. */
  question: { discard: () => void; keep: () => void } | null;
}

/** Holds what the side panel shows. */
export function useSidePanel(): SidePanel {
  const [shown, setShown] = useState<Shown>({ kind: 'nothing' });
  const [isDirty, setIsDirty] = useState(false);
  const [waiting, setWaiting] = useState<{ leave: () => void } | null>(null);
  const ask = useCallback((leave: () => void) => setWaiting({ leave }), []);
  useLeaveGuard(isDirty, ask);
  const show = (next: Shown, then?: () => void): void => {
    const go = (): void => {
      setShown(next);
      then?.();
    };
    if (isDirty && !isSame(shown, next)) ask(go);
    else go();
  };
  const question = waiting && {
    discard: () => {
      setWaiting(null);
      setIsDirty(false);
      setShown({ kind: 'nothing' });
      waiting.leave();
    },
    keep: () => setWaiting(null),
  };
  const showSaved = (id: number): void => {
    setIsDirty(false);
    setShown({ kind: 'edit', id });
  };
  return { shown, setIsDirty, show, showSaved, question };
}

function isSame(one: Shown, other: Shown): boolean {
  if (one.kind === 'edit' && other.kind === 'edit') return one.id === other.id;
  return one.kind === other.kind && one.kind !== 'nothing';
}
