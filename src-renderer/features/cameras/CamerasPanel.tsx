import type { ReactNode } from 'react';

/** The station's cameras. */
export function CamerasPanel(): ReactNode {
  return (
    <header className="panel__header">
      <h3>Cameras</h3>
    </header>
  );
}
