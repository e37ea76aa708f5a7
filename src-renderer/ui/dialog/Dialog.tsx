import { X } from 'lucide-react';
import {
  createContext,
  useContext,
  useDeferredValue,
  useEffect,
  useId,
  useRef,
  useState,
  type ReactNode,
} from 'react';
import { Dialog as AriaDialog } from 'react-aria-components/Dialog';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { text } from '../../text/catalogue.ts';
import { DialogEscape, useTopEscape } from './dialog-escape.ts';
import { focusStart, leadLostFocus } from './dialog-focus.ts';
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

/**
 * A modal over the wall. React Aria keeps the focus inside, makes everything else inert and gives the focus back. A click outside
 * closes nothing: it would lose what was typed.
 */
export function Dialog(props: DialogProps): ReactNode {
  const { title, aside, onClose, onEscape, size = 'normal', children } = props;
  const titleId = useId();
  const inner = useRef<(() => void)[]>([]);
  const guards = useRef<LeaveGuard[]>([]);
  const isAside = useContext(DialogsAside);
  // A dialog within this one comes back after it, or it would be taken for something outside.
  const wasAside = useDeferredValue(isAside);
  const close = (): void => {
    if (onClose !== undefined) leaveBy(guards, onClose);
  };
  const overlay = useTopEscape(() => (inner.current.at(-1) ?? onEscape ?? close)());
  return (
    <ModalOverlay
      ref={overlay}
      className="dialog-overlay"
      data-modal=""
      isOpen={!isAside}
      // What is put aside is not open, yet stays: only CSS hides it.
      isExiting={isAside}
      // Nor does another dialog make it inert meanwhile: it would not be undone when this one comes back.
      data-react-aria-top-layer={isAside ? '' : undefined}
      isKeyboardDismissDisabled
    >
      <Modal className="dialog-overlay__place">
        <AriaDialog className={`dialog dialog--${size}`} aria-labelledby={titleId}>
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
          <DialogsAside value={isAside || wasAside}>
            <DialogEscape value={inner}>
              <DialogGuards value={guards}>{children}</DialogGuards>
            </DialogEscape>
          </DialogsAside>
          <FocusStart isAside={isAside} />
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

/**
 * Gives the focus to what the dialog begins with. Not an effect of the dialog itself: that would act after React Aria has given the focus
 * to the dialog as a whole. Tabs and the like are there one rendering later.
 */
function FocusStart({ isAside }: { isAside: boolean }): ReactNode {
  const ref = useRef<HTMLSpanElement>(null);
  const isComplete = useDeferredValue(true, false);
  const [opener] = useState(() => document.activeElement);
  useEffect(() => {
    const dialog = ref.current?.closest<HTMLElement>('[role="dialog"]');
    if (!isAside && dialog) focusStart(dialog, isComplete);
  }, [isAside, isComplete]);
  useEffect(() => {
    if (isAside) return;
    return () => {
      // React Aria gives it back, too, but on a busy computer while the opener is still inert, which does nothing.
      requestAnimationFrame(() => leadLostFocus(opener));
    };
  }, [isAside, opener]);
  return <span ref={ref} hidden />;
}
