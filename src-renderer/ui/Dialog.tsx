import { X } from 'lucide-react';
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { DialogEscape } from './dialog-escape.ts';
import './button.css';
import './dialog.css';

interface DialogProps {
  title: string;
  /** Left out by a dialog that stays until it is answered. */
  onClose?: () => void;
  /** What Esc does where it should not close at once. */
  onEscape?: () => void;
  size?: 'normal' | 'small' | 'wide' | 'full';
  /** The element marked `data-initial-focus` gets the focus; without one, the close button. */
  children: ReactNode;
}

/** A modal over the wall. The browser's own dialog keeps the focus inside, closes on Esc and gives the focus back. */
export function Dialog({
  title,
  onClose,
  onEscape = onClose,
  size = 'normal',
  children,
}: DialogProps): ReactNode {
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const inner = useRef<(() => void)[]>([]);
  useEffect(() => {
    const dialog = ref.current;
    if (dialog?.open === false) dialog.showModal();
    // React's autoFocus acts before the dialog is modal, which would leave the focus on the close button.
    dialog?.querySelector<HTMLElement>('[data-initial-focus]')?.focus();
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={ref}
      className={`dialog dialog--${size}`}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        (inner.current.at(-1) ?? onEscape)?.();
      }}
      // Chromium lets a second Esc through, whatever becomes of the first one's `cancel`.
      onClose={() => ref.current?.isConnected === true && ref.current.showModal()}
    >
      <header className="dialog__header">
        <h2 id={titleId}>{title}</h2>
        {onClose !== undefined && (
          <button type="button" className="icon-button" aria-label="Close" onClick={onClose}>
            <X size={18} aria-hidden />
          </button>
        )}
      </header>
      <DialogEscape value={inner}>{children}</DialogEscape>
    </dialog>
  );
}
