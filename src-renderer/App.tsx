import { lazy, Suspense, useCallback, useEffect, useState, type ReactNode } from 'react';
import { text } from './text/catalogue.ts';
import './app.css';
import { listenForKeys } from './commands/command-keys.ts';
import { AdminChip, AdminDialogs } from './features/admin/index.ts';
import { AlarmSound, EventPanel, EventsButton, PopUpBanner } from './features/events/index.ts';
import { ReviewStage } from './features/review/index.ts';
import { HealthPanel, OverStrip, OverWall, Toasts, TopBar } from './features/shell/index.ts';
import {
  EmptyWall,
  RecordingChip,
  useWallKeys,
  Wall,
  WallOverlays,
} from './features/wall/index.ts';
import type { InstallerDialog, InstallerDialogs as LoadedDialogs } from './InstallerDialogs.tsx';
import { mayNow } from './store/access-store.ts';
import { useIsUnlocked, whenUnlocked } from './store/admin-store.ts';
import { useIsEventPanelOpen } from './store/event-store.ts';
import { useIsHealthPanelOpen } from './store/health-store.ts';
import { useWallCameras, useIsSiteLoaded } from './store/site-store.ts';
import { DialogsAside } from './ui/dialog/Dialog.tsx';
import { showFailure, showToast } from './store/toast-store.ts';
import { useFullscreenCameraId } from './store/view-store.ts';

type OpenDialog = 'none' | InstallerDialog;

const loadInstallerDialogs = async (): Promise<{ default: typeof LoadedDialogs }> => {
  const { InstallerDialogs: component } = await import('./InstallerDialogs.tsx');
  return { default: component };
};
const InstallerDialogs = lazy(loadInstallerDialogs);

/** What a key does that takes more than the guard may, is said. */
const KEY_USER = { may: mayNow, onRefused: () => showFailure(text.commands.needsAdmin) };

/** Whoever comes back later than this begins anew: what was typed may have been a password. */
const KEPT_ASIDE_MS = 15 * 60_000;

/** The window: a bar, the wall, and whatever lies over it. */
export function App(): ReactNode {
  const [dialog, setDialog] = useState<OpenDialog>('none');
  const hasCameras = useWallCameras().length > 0;
  const isLoaded = useIsSiteLoaded();
  const isFullscreen = useFullscreenCameraId() !== null;
  const isEventPanelOpen = useIsEventPanelOpen();
  const isHealthPanelOpen = useIsHealthPanelOpen();
  const isPanelOpen = isEventPanelOpen || isHealthPanelOpen;
  useEffect(() => listenForKeys(KEY_USER), []);
  useEffect(loadWhenIdle, []);
  useWallKeys();
  const isUnlocked = useIsUnlocked();
  const close = useCallback((): void => setDialog('none'), []);
  useAside(dialog !== 'none' && !isUnlocked, close);
  const open = (which: OpenDialog) => (): void => void whenUnlocked(() => setDialog(which));
  const addNvr = open('add-nvr');
  const addSingle = open('add-single');
  const openSettings = open('admin-settings');
  return (
    <div
      className={`app ${isPanelOpen ? 'app--with-panel' : ''} ${isFullscreen ? 'app--fullscreen' : ''}`}
    >
      <TopBar
        inert={isFullscreen}
        onManage={open('manage')}
        onAddNvr={addNvr}
        onAdminSettings={openSettings}
      />
      <main className="app__stage">
        {hasCameras && <Wall />}
        {isLoaded && !hasCameras && <EmptyWall onAddNvr={addNvr} onAddSingle={addSingle} />}
        <ReviewStage />
        {isFullscreen && (
          <div className="app__over-fullscreen">
            <EventsButton isOver />
            <OverStrip onNvrs={open('manage')} />
            <RecordingChip />
            {isUnlocked && <AdminChip onSettings={openSettings} />}
          </div>
        )}
        {(!isUnlocked || !hasOwnToasts(dialog)) && <Toasts />}
      </main>
      {isEventPanelOpen && <EventPanel onRules={open('rules')} />}
      {isHealthPanelOpen && <HealthPanel onNvrs={open('manage')} />}
      <AlarmSound />
      <PopUpBanner />
      <OverWall onClose={close}>
        <DialogsAside value={!isUnlocked}>
          <Suspense>
            {dialog !== 'none' && (
              <InstallerDialogs
                open={dialog}
                onClose={close}
                onAddNvr={addNvr}
                onAddSingle={addSingle}
                onCheckAlarms={(alarmsOf) => open({ alarmsOf })()}
              />
            )}
          </Suspense>
        </DialogsAside>
        <WallOverlays />
        <Suspense>
          <AdminDialogs />
        </Suspense>
      </OverWall>
    </div>
  );
}

/** A modal lets nothing outside be clicked, so Manage shows them itself. */
function hasOwnToasts(dialog: OpenDialog): boolean {
  return dialog === 'manage' || dialog === 'rules' || dialog === 'add-single';
}

/** While the app is locked, nobody reads or uses what an admin left open. It comes back with the PIN, unless that takes too long. */
function useAside(isAside: boolean, close: () => void): void {
  useEffect(() => {
    if (!isAside) return;
    showToast(text.shell.keptAside);
    const timer = setTimeout(close, KEPT_ASIDE_MS);
    return () => clearTimeout(timer);
  }, [isAside, close]);
}

/** So that nobody waits for them either. */
function loadWhenIdle(): () => void {
  const id = requestIdleCallback(() => void loadInstallerDialogs());
  return () => cancelIdleCallback(id);
}
