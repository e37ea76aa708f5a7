import { CircleCheck, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useToast } from '../../store/toast-store.ts';
import { Button } from '../../ui/Button.tsx';
import './toast.css';

/** Says what was just done, or could not be. A modal dialog shows its own: what lies outside it cannot be clicked. */
export function Toast(): ReactNode {
  const message = useToast();
  return (
    <div className="toasts" role="status">
      {message !== null && (
        <div className="toast">
          {message.isFailure ? (
            <TriangleAlert className="toast__warning" size={18} aria-hidden />
          ) : (
            <CircleCheck size={18} aria-hidden />
          )}
          <p>{message.text}</p>
          {message.action && <Button onClick={message.action.run}>{message.action.label}</Button>}
        </div>
      )}
    </div>
  );
}
