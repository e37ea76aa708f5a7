import { createContext, useContext, useEffect, useRef, type RefObject } from 'react';

/** What Esc does inside a dialog, innermost last; what the dialog itself does is not among it. */
export type EscapeStack = RefObject<(() => void)[]>;

/** Given by a Dialog to what it holds. */
export const DialogEscape = createContext<EscapeStack | null>(null);

/** While mounted, Esc does this and leaves the dialog open: a form inside a dialog is left before the dialog is. */
export function useEscape(act: () => void): void {
  const stack = useContext(DialogEscape);
  const latest = useLatest(act);
  useEffect(() => {
    const acts = stack?.current;
    if (acts === undefined) return;
    const entry = (): void => latest.current();
    acts.push(entry);
    return () => void acts.splice(acts.indexOf(entry), 1);
  }, [stack, latest]);
}

/**
 * Does what Esc does for the dialog on top, wherever the focus is: what had it may be gone. Whoever takes the key for itself, such as a
 * field that is emptied by it, prevents its default.
 * @returns a ref for the dialog's overlay
 */
export function useTopEscape(act: () => void): RefObject<HTMLDivElement | null> {
  const overlay = useRef<HTMLDivElement>(null);
  const latest = useLatest(act);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      // A key held down must not close one after the other.
      if (event.key !== 'Escape' || event.defaultPrevented || event.repeat) return;
      if (event.isComposing || topOverlay() !== overlay.current) return;
      event.preventDefault();
      latest.current();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [latest]);
  return overlay;
}

function topOverlay(): Element | undefined {
  return [...document.querySelectorAll('[data-modal]:not([data-exiting])')].at(-1);
}

function useLatest(act: () => void): RefObject<() => void> {
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  return latest;
}
