/* What `page-host.ts` starts: Electron with one empty window, for pages that tests open in it. Nothing of the app is in here. */
import { app, BrowserWindow } from 'electron';

await app.whenReady();
await new BrowserWindow({ width: 1280, height: 800, useContentSize: true }).loadURL('about:blank');
