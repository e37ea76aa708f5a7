import type { ReactNode } from 'react';
import { text } from '../../../text/catalogue.ts';
import { Button } from '../../../ui/Button.tsx';

interface NoCamerasProps {
  /** False: the station has none at all. */
  hasAny: boolean;
  onShowAll: () => void;
}

/** What the list says when it has no rows, and what to do then. */
export function NoCameras({ hasAny, onShowAll }: NoCamerasProps): ReactNode {
  return (
    <div className="no-cameras">
      <p>{hasAny ? text.cameras.noMatch : text.cameras.none}</p>
      {hasAny ? (
        <Button onClick={onShowAll}>{text.cameras.showAll}</Button>
      ) : (
        <p>{text.cameras.noneAdvice}</p>
      )}
    </div>
  );
}
