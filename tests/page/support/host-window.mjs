/* What `page-host.ts` starts: Electron with one empty window, for pages that tests open in it. Nothing of the app is in here. */
import { app, BrowserWindow } from 'electron';

// Not awaited: Electron is not ready before this module has been evaluated.
void app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1280, height: 800, useContentSize: true });
  void window.loadURL('about:blank');
});
