import { createContext, useContext, useEffect, useRef, type RefObject } from 'react';

/** What Esc does inside a dialog, innermost last; what the dialog itself does is not among it. */
export type EscapeStack = RefObject<(() => void)[]>;

/** Given by a Dialog to what it holds. */
export const DialogEscape = createContext<EscapeStack | null>(null);

/** While mounted, Esc does this and leaves the dialog open: a form inside a dialog is left before the dialog is. */
export function useEscape(act: () => void): void {
  const stack = useContext(DialogEscape);
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => {
    const acts = stack?.current;
    if (acts === undefined) return;
    const entry = (): void => latest.current();
    acts.push(entry);
    return () => void acts.splice(acts.indexOf(entry), 1);
  }, [stack]);
}
