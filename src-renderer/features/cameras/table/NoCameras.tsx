import type { ReactNode } from 'react';
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
      <p>{hasAny ? 'No camera matches.' : 'No cameras yet.'}</p>
      {hasAny ? (
        <Button onClick={onShowAll}>Show all cameras</Button>
      ) : (
        <p>Add an NVR under NVRs, and its channels appear here.</p>
      )}
    </div>
  );
}
