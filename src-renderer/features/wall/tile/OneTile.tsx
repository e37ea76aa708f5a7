import type { ReactNode } from 'react';
import { text } from '../../../text/catalogue.ts';
import { reportRenderError } from '../../../api/page-errors.ts';
import { Button } from '../../../ui/Button.tsx';
import { ErrorBoundary } from '../../../ui/ErrorBoundary.tsx';
import './one-tile.css';

/** Round one tile: the others go on. */
export function OneTile({ name, children }: { name: string; children: ReactNode }): ReactNode {
  return (
    <ErrorBoundary
      onError={reportRenderError}
      fallback={(retry) => (
        <div className="tile-failed" role="group" aria-label={name}>
          <p>{text.tile.failed}</p>
          <Button onClick={retry}>{text.tile.showAgain}</Button>
        </div>
      )}
    >
      {children}
    </ErrorBoundary>
  );
}
