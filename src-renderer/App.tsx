import { useState, type ReactNode } from 'react';
import './app.css';
import { AddNvrDialog } from './features/nvrs/AddNvrDialog.tsx';
import { NvrsDialog } from './features/nvrs/NvrsDialog.tsx';
import { Notices } from './features/shell/Notices.tsx';
import { Toast } from './features/shell/Toast.tsx';
import { TopBar } from './features/shell/TopBar.tsx';
import { EmptyWall } from './features/wall/EmptyWall.tsx';
import { useWallKeys } from './features/wall/use-wall-keys.ts';
import { Wall } from './features/wall/Wall.tsx';
import { useCameras, useIsSiteLoaded } from './store/site-store.ts';
import { useFullscreenCameraId } from './store/view-store.ts';

type OpenDialog = 'none' | 'nvrs' | 'add-nvr';

/** The window: a bar, the wall, and whatever lies over it. */
export function App(): ReactNode {
  const [dialog, setDialog] = useState<OpenDialog>('none');
  const hasCameras = useCameras().length > 0;
  const isLoaded = useIsSiteLoaded();
  const isFullscreen = useFullscreenCameraId() !== null;
  useWallKeys();
  const close = (): void => setDialog('none');
  const addNvr = (): void => setDialog('add-nvr');
  return (
    <div className="app">
      <TopBar inert={isFullscreen} onNvrs={() => setDialog('nvrs')} onAddNvr={addNvr} />
      <main className="app__stage">
        {hasCameras && <Wall />}
        {isLoaded && !hasCameras && <EmptyWall onAddNvr={addNvr} />}
        <Notices />
        <Toast />
      </main>
      {dialog === 'nvrs' && <NvrsDialog onClose={close} onAddNvr={addNvr} />}
      {dialog === 'add-nvr' && <AddNvrDialog onClose={close} />}
    </div>
  );
}
