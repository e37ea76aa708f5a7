import { app, BrowserWindow } from 'electron';

/*
 * The least there can be around a web page in Electron: one window with the same web preferences as the app's own. Whoever
 * started it navigates it through the debugging port.
 */

app.setPath('userData', process.env['OPUS_USER_DATA'] ?? '');
app.on('window-all-closed', () => app.quit());
// Not awaited: Electron is not ready before this module has been evaluated.
void app.whenReady().then(openWindow);

function openWindow() {
  const [width = 0, height = 0] = (process.env['OPUS_BENCH_WINDOW'] ?? '').split('x').map(Number);
  const window = new BrowserWindow({
    width,
    height,
    backgroundColor: '#000',
    autoHideMenuBar: true,
    webPreferences: {
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      spellcheck: false,
    },
  });
  return window.loadURL('data:text/html,<title>bench</title>');
}
