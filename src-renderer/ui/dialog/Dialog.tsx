import { X } from 'lucide-react';
import { createContext, useContext, useId, useLayoutEffect, useRef, type ReactNode } from 'react';
import { text } from '../../text/catalogue.ts';
import { DialogEscape } from './dialog-escape.ts';
import { DialogGuards, leaveBy, type LeaveGuard } from './leave-guard.ts';
import '../button.css';
import './dialog.css';

/** True: dialogs below it are put aside. They keep what was typed, but are neither seen nor reached. */
export const DialogsAside = createContext(false);

interface DialogProps {
  title: string;
  /** Beside the title. */
  aside?: ReactNode;
  /** Left out by a dialog that stays until it is answered. A form within it is asked first (`useUnsaved`). */
  onClose?: () => void;
  /** What Esc does where it should not close. */
  onEscape?: (() => void) | undefined;
  size?: 'normal' | 'small' | 'wide' | 'full';
  /** The element marked `data-initial-focus` gets the focus; without one, the close button. */
  children: ReactNode;
}

/** A modal over the wall. The browser's own dialog keeps the focus inside, closes on Esc and gives the focus back. */
export function Dialog({
  title,
  aside,
  onClose,
  onEscape,
  size = 'normal',
  children,
}: DialogProps): ReactNode {
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const inner = useRef<(() => void)[]>([]);
  const guards = useRef<LeaveGuard[]>([]);
  const close = (): void => {
    if (onClose !== undefined) leaveBy(guards, onClose);
  };
  // Not useEffect: its end comes after the dialog has left the page, when it can give the focus back no more.
  const isAside = useContext(DialogsAside);
  useLayoutEffect(() => {
    const dialog = ref.current;
    if (isAside) return;
    if (dialog?.open === false) dialog.showModal();
    // React's autoFocus acts before the dialog is modal, which would leave the focus on the close button.
    dialog?.querySelector<HTMLElement>('[data-initial-focus]')?.focus();
    return () => {
      dialog?.close();
      // What had the focus before may be gone by then, with what the dialog was for.
      requestAnimationFrame(leadLostFocus);
    };
  }, [isAside]);
  return (
    <dialog
      ref={ref}
      className={`dialog dialog--${size}`}
      aria-labelledby={titleId}
      onCancel={(event) => {
        // React lets it bubble, unlike the browser: a dialog within this one has its own.
        if (event.target !== event.currentTarget) return;
        event.preventDefault();
        (inner.current.at(-1) ?? onEscape ?? close)();
      }}
      // Chromium lets a second Esc through, whatever becomes of the first one's `cancel`.
      onClose={({ target, currentTarget }) => {
        const isForgotten = currentTarget.isConnected && !isAside && !currentTarget.open;
        if (target === currentTarget && isForgotten) currentTarget.showModal();
      }}
    >
      <header className="dialog__header">
        <h2 id={titleId}>{title}</h2>
        {aside}
        {onClose !== undefined && (
          <button
            type="button"
            className="icon-button"
            aria-label={text.common.close}
            onClick={close}
          >
            <X size={18} aria-hidden />
          </button>
        )}
      </header>
      <DialogEscape value={inner}>
        <DialogGuards value={guards}>{children}</DialogGuards>
      </DialogEscape>
    </dialog>
  );
}

/** What the page begins with, where the next key would otherwise go nowhere: `data-home`, or the start of what is open. */
function leadLostFocus(): void {
  if (document.activeElement !== null && document.activeElement !== document.body) return;
  const dialog = [...document.querySelectorAll('dialog[open]')].at(-1);
  const home =
    dialog?.querySelector('[data-initial-focus]') ?? document.querySelector('[data-home]');
  if (home instanceof HTMLElement) home.focus();
}
