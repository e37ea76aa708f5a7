import type { ReactNode } from 'react';
import { closeOverlay, useOverlay } from '../../store/overlay-store.ts';
import { FindCamera } from './find/FindCamera.tsx';
import { KeySheet } from './keys/KeySheet.tsx';
import { NumberEntry } from './keys/NumberEntry.tsx';

/** What anyone at the desk can open over the wall, also over a camera in fullscreen. */
export function WallOverlays(): ReactNode {
  const overlay = useOverlay();
  return (
    <>
      <NumberEntry />
      {overlay === 'find' && <FindCamera onClose={closeOverlay} />}
      {overlay === 'keys' && <KeySheet onClose={closeOverlay} />}
    </>
  );
}
