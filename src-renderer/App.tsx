import { useState, type ReactNode } from 'react';
import './app.css';
import { AdminDialogs } from './features/admin/AdminDialogs.tsx';
import { AdminChip } from './features/admin/AdminChip.tsx';
import { AdminSettingsDialog } from './features/admin/AdminSettingsDialog.tsx';
import { AddNvrDialog } from './features/nvrs/AddNvrDialog.tsx';
import { ManageDialog } from './features/manage/ManageDialog.tsx';
import { OverWall } from './features/shell/Failures.tsx';
import { OverStrip } from './features/shell/OverStrip.tsx';
import { Toasts } from './features/shell/Toast.tsx';
import { TopBar } from './features/shell/TopBar.tsx';
import { EmptyWall } from './features/wall/EmptyWall.tsx';
import { RecordingChip } from './features/wall/RecordingChip.tsx';
import { useWallKeys } from './features/wall/use-wall-keys.ts';
import { Wall } from './features/wall/Wall.tsx';
import { WallOverlays } from './features/wall/WallOverlays.tsx';
import { useIsUnlocked, whenUnlocked } from './store/admin-store.ts';
import { useWallCameras, useIsSiteLoaded } from './store/site-store.ts';
import { useFullscreenCameraId } from './store/view-store.ts';

type OpenDialog = 'none' | 'manage' | 'add-nvr' | 'add-single' | 'admin-settings';

/** The window: a bar, the wall, and whatever lies over it. */
export function App(): ReactNode {
  const [dialog, setDialog] = useState<OpenDialog>('none');
  const hasCameras = useWallCameras().length > 0;
  const isLoaded = useIsSiteLoaded();
  const isFullscreen = useFullscreenCameraId() !== null;
  useWallKeys();
  const isUnlocked = useIsUnlocked();
  const close = (): void => setDialog('none');
  const open = (which: OpenDialog) => (): void => void whenUnlocked(() => setDialog(which));
  const addNvr = open('add-nvr');
  const addSingle = open('add-single');
  const openSettings = open('admin-settings');
  return (
    <div className="app">
      <TopBar
        inert={isFullscreen}
        onManage={open('manage')}
        onAddNvr={addNvr}
        onAdminSettings={openSettings}
      />
      <main className="app__stage">
        {hasCameras && <Wall />}
        {isLoaded && !hasCameras && <EmptyWall onAddNvr={addNvr} onAddSingle={addSingle} />}
        {isFullscreen && (
          <div className="app__over-fullscreen">
            <OverStrip onNvrs={open('manage')} />
            <RecordingChip />
            {isUnlocked && <AdminChip onSettings={openSettings} />}
          </div>
        )}
        {dialog !== 'manage' && dialog !== 'add-single' && <Toasts />}
      </main>
      <OverWall onClose={close}>
        {dialog === 'manage' && <ManageDialog onClose={close} onAddNvr={addNvr} />}
        {dialog === 'add-single' && (
          <ManageDialog onClose={close} onAddNvr={addNvr} nvrsView={{ at: 'single' }} />
        )}
        {dialog === 'add-nvr' && <AddNvrDialog onClose={close} onAddSingle={addSingle} />}
        {dialog === 'admin-settings' && <AdminSettingsDialog onClose={close} />}
        <WallOverlays />
        <AdminDialogs />
      </OverWall>
    </div>
  );
}
