import path from 'node:path';
import { app, BrowserWindow, screen, type Rectangle, type WebContents } from 'electron';
import type { Logger } from '../../app/logging/logger.ts';
import { APP_ORIGIN } from '../security/app-address.ts';
import { guardClosing } from './close-question.ts';
import { careForPage } from './page-care.ts';
import type { WallClosing } from './window-registry.ts';
import type { WallPreferences, WindowState } from '../wall-preferences.ts';

const DEFAULT_WIDTH = 1600;
const DEFAULT_HEIGHT = 940;
const MIN_WIDTH = 720;
const MIN_HEIGHT = 480;
/** The page's own background, so that nothing flashes before the first paint. */
const BACKGROUND = '#0b0d10';
/** Below the folder that holds dist/, in the package as in the checkout. Only Linux takes a window's icon from the program. */
const ICON = path.resolve(import.meta.dirname, '../../resources/icons/256x256.png');

/** What a wall's window works with. */
export interface WallWindowOptions {
  /** File of the preload script. */
  preload: string;
  preferences: Pick<WallPreferences, 'window'>;
  log: Logger;
  closing: WallClosing;
  /** Makes the page known to whoever answers it, before it can ask. */
  connect: (page: WebContents) => void;
  /** Where it opens if it was never left anywhere. */
  firstPlace: Partial<Rectangle>;
}

/** Opens one wall where it was left. */
export function openWallWindow(options: WallWindowOptions): BrowserWindow {
  const { preload, preferences, log, closing, connect, firstPlace } = options;
  const saved = preferences.window;
  const window = new BrowserWindow({
    width: DEFAULT_WIDTH,
    height: DEFAULT_HEIGHT,
    ...(saved.bounds && isOnScreen(saved.bounds) ? saved.bounds : firstPlace),
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
    countRecordings: closing.countRecordings,
    onClosing: () => {
      preferences.window = readState(window);
      closing.onClosing();
    },
  });
  careForPage(window, log);
  handleFullScreenKey(window);
  connect(window.webContents);
  void window.loadURL(`${APP_ORIGIN}/index.html`);
  return window;
}

function readState(window: BrowserWindow): WindowState {
  return {
    bounds: window.getNormalBounds(),
    isMaximized: window.isMaximized(),
    isFullScreen: window.isFullScreen(),
  };
}

/** The nth wall's first place: the nth screen, if there is one. The first wall takes what the system gives. */
export function firstPlaceOf(index: number): Partial<Rectangle> {
  const primary = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter(({ id }) => id !== primary.id);
  const area = others[index - 1]?.workArea;
  if (area === undefined) return {};
  const width = Math.min(DEFAULT_WIDTH, area.width);
  const height = Math.min(DEFAULT_HEIGHT, area.height);
  return {
    ...{ x: Math.round(area.x + (area.width - width) / 2), width },
    ...{ y: Math.round(area.y + (area.height - height) / 2), height },
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
