import { useEffect, useState, type ReactNode } from 'react';
import { text } from '../../../text/catalogue.ts';
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
          title={text.shell.notShown}
          size="small"
          onClose={() => {
            onClose();
            retry();
          }}
        >
          <p className="dialog__body">{text.shell.notShownAdvice} </p>
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
      <h1>{text.shell.wallFailed}</h1>
      <p>{isReloading ? text.shell.beginsAnew : text.shell.endsHere}</p>
      <Button tone="primary" onClick={() => location.reload()}>
        {text.shell.reload}
      </Button>
    </main>
  );
}
