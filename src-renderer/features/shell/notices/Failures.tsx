import { useEffect, useState, type ReactNode } from 'react';
import { reportRenderError } from '../../../api/page-errors.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/dialog/Dialog.tsx';
import { ErrorBoundary } from '../../../ui/ErrorBoundary.tsx';
import { mayReload } from './reload-limit.ts';
import './failures.css';

const RELOAD_AFTER_MS = 10_000;

/** Round everything: a fault in the page leaves words and a way back, never a black window. */
export function WholePage({ children }: { children: ReactNode }): ReactNode {
  return (
    <ErrorBoundary onError={reportRenderError} fallback={() => <PageFailed />}>
      {children}
    </ErrorBoundary>
  );
}

/** Round what lies over the wall, which goes on without it. */
export function OverWall({
  onClose,
  children,
}: {
  onClose: () => void;
  children: ReactNode;
}): ReactNode {
  return (
    <ErrorBoundary
      onError={reportRenderError}
      fallback={(retry) => (
        <Dialog
          title="This could not be shown"
          size="small"
          onClose={() => {
            onClose();
            retry();
          }}
        >
          <p className="dialog__body">
            Something went wrong inside the app. The wall goes on, and the log file says more. Close
            this and try again.
          </p>
          <footer className="dialog__footer" />
        </Dialog>
      )}
    >
      {children}
    </ErrorBoundary>
  );
}

function PageFailed(): ReactNode {
  // Asked once: asking counts.
  const [isReloading] = useState(() => mayReload(sessionStorage, Date.now()));
  useEffect(() => {
    if (!isReloading) return;
    const timer = setTimeout(() => location.reload(), RELOAD_AFTER_MS);
    return () => clearTimeout(timer);
  }, [isReloading]);
  return (
    <main className="page-failed" role="alert">
      <h1>The wall has failed</h1>
      <p>
        Something went wrong inside the app, so no camera is shown.{' '}
        {isReloading
          ? 'It begins anew by itself in a few seconds.'
          : 'It has begun anew several times without success. Restart the app; the log file says more.'}
      </p>
      <Button tone="primary" onClick={() => location.reload()}>
        Reload
      </Button>
    </main>
  );
}
