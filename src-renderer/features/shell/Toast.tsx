import { CircleCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import { useToast } from '../../store/toast-store.ts';

/** Confirms what was just done. */
export function Toast(): ReactNode {
  const text = useToast();
  return (
    <div className="toasts" role="status">
      {text !== null && (
        <p className="toast">
          <CircleCheck size={18} aria-hidden />
          {text}
        </p>
      )}
    </div>
  );
}
