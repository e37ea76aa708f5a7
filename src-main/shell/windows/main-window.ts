import path from 'node:path';
import { app, BrowserWindow, screen, type Rectangle } from 'electron';
import type { Logger } from '../../app/logging/logger.ts';
import { APP_ORIGIN } from '../security/app-address.ts';
import { guardClosing } from './close-question.ts';
import { careForPage } from './page-care.ts';
import type { Preferences } from '../preferences.ts';

const DEFAULT_WIDTH = 1600;
const DEFAULT_HEIGHT = 940;
const MIN_WIDTH = 720;
const MIN_HEIGHT = 480;
/** The page's own background, so that nothing flashes before the first paint. */
const BACKGROUND = '#0b0d10';
/** Below the folder that holds dist/, in the package as in the checkout. Only Linux takes a window's icon from the program. */
const ICON = path.resolve(import.meta.dirname, '../../resources/icons/256x256.png');

/** What the window works with. */
export interface MainWindowOptions {
  /** File of the preload script. */
  preload: string;
  preferences: Preferences;
  log: Logger;
  /** How many recordings run now: they would end with the window. */
  countRecordings: () => number;
}

/** Opens the one window where it was left. */
export function createMainWindow({
  preload,
  preferences,
  log,
  countRecordings,
}: MainWindowOptions): BrowserWindow {
  const saved = preferences.window;
  const window = new BrowserWindow({
    width: DEFAULT_WIDTH,
    height: DEFAULT_HEIGHT,
    ...(saved.bounds && isOnScreen(saved.bounds) ? saved.bounds : {}),
    minWidth: MIN_WIDTH,
    minHeight: MIN_HEIGHT,
    fullscreen: saved.isFullScreen,
    show: false,
    title: 'Opus NVR',
    ...(process.platform === 'linux' ? { icon: ICON } : {}),
    backgroundColor: BACKGROUND,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      spellcheck: false,
      devTools: !app.isPackaged,
      // The page may neither ask for files nor write any but through main.
      disableBlinkFeatures: 'FileSystemAccessLocal',
      disableDialogs: true,
    },
  });
  if (saved.isMaximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  guardClosing(window, {
    countRecordings,
    onClosing: () => (preferences.window = readState(window)),
  });
  careForPage(window, log);
  handleFullScreenKey(window);
  void window.loadURL(`${APP_ORIGIN}/index.html`);
  return window;
}

function readState(window: BrowserWindow): Preferences['window'] {
  return {
    bounds: window.getNormalBounds(),
    isMaximized: window.isMaximized(),
    isFullScreen: window.isFullScreen(),
  };
}

/** A monitor may have been unplugged since: then the window would open where nobody sees it. */
function isOnScreen(bounds: Rectangle): boolean {
  return screen.getAllDisplays().some(({ workArea }) => {
    const overlapX = Math.min(bounds.x + bounds.width, workArea.x + workArea.width) - bounds.x;
    const isTopInside = bounds.y >= workArea.y && bounds.y < workArea.y + workArea.height;
    return isTopInside && bounds.x < workArea.x + workArea.width && overlapX >= MIN_WIDTH / 2;
  });
}

function handleFullScreenKey(window: BrowserWindow): void {
  window.webContents.on('before-input-event', (event, input) => {
    if (input.type !== 'keyDown' || input.key !== 'F11') return;
    event.preventDefault();
    window.setFullScreen(!window.isFullScreen());
  });
}
