import { CircleCheck, TriangleAlert } from 'lucide-react';
import { useLayoutEffect, useRef, type ReactNode } from 'react';
import { takeAction, useToasts, type ToastMessage } from '../../../store/toast-store.ts';
import { Button } from '../../../ui/Button.tsx';
import './toast.css';

/** Says what was just done, or could not be. A modal dialog shows its own: what lies outside it cannot be clicked. */
export function Toasts(): ReactNode {
  return (
    <div className="toasts" role="status">
      {useToasts().map((message) => (
        <Toast key={message.id} message={message} />
      ))}
    </div>
  );
}

function Toast({ message }: { message: ToastMessage }): ReactNode {
  const { text, action, isFailure } = message;
  const ref = useFocusBack();
  return (
    <div ref={ref} className="toast">
      {isFailure ? (
        <TriangleAlert className="toast__warning" size={18} aria-hidden />
      ) : (
        <CircleCheck size={18} aria-hidden />
      )}
      <p dir="auto">{text}</p>
      {action && <Button onClick={() => takeAction(message)}>{action.label}</Button>}
    </div>
  );
}

/** A toast that goes while it has the focus gives that back to where it came from, or the next key would go nowhere. */
function useFocusBack(): React.RefObject<HTMLDivElement | null> {
  const ref = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const toast = ref.current;
    let cameFrom: Element | null = null;
    const onFocus = ({ relatedTarget }: FocusEvent): void => {
      if (relatedTarget instanceof Element && relatedTarget.closest('.toast') === null) {
        cameFrom = relatedTarget;
      }
    };
    toast?.addEventListener('focusin', onFocus);
    return () => {
      toast?.removeEventListener('focusin', onFocus);
      if (toast?.contains(document.activeElement) !== true) return;
      const home = cameFrom?.isConnected === true ? cameFrom : fallback(toast);
      if (home instanceof HTMLElement) home.focus();
    };
  }, []);
  return ref;
}

function fallback(toast: Element): Element | null {
  const place = toast.closest('[role="dialog"]') ?? document;
  return place.querySelector('[data-initial-focus], .tile, button');
}
