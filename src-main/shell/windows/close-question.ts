import { app, dialog, type BrowserWindow } from 'electron';

const CLOSE_BUTTON = 1;

/** What closing depends on. */
export interface ClosingOptions {
  /** How many recordings would end with this window. */
  countRecordings: () => number;
  /** Called once, as soon as it is sure that the window goes. */
  onClosing: () => void;
  /** Replaced by tests. */
  ask?: (window: BrowserWindow, recordings: number) => Promise<boolean>;
}

/**
 * Asks before a person closes the window while something is being recorded. Nobody is asked when the system ends the app. The
 * window is destroyed, not closed: a page that hangs, or does not want to go, cannot keep it.
 */
export function guardClosing(window: BrowserWindow, options: ClosingOptions): void {
  const ask = options.ask ?? askToClose;
  let isAsking = false;
  let isQuitting = false;
  let isClosing = false;
  const close = (): void => {
    if (isClosing || window.isDestroyed()) return;
    isClosing = true;
    options.onClosing();
    setImmediate(() => window.destroy());
  };
  // Comes before `close` when it is not the window that a person closes, but the app that is told to end.
  const onQuit = (): void => void (isQuitting = true);
  app.on('before-quit', onQuit);
  window.on('closed', () => app.off('before-quit', onQuit));
  window.on('close', (event) => {
    event.preventDefault();
    if (isClosing) return;
    const recordings = options.countRecordings();
    if (isQuitting || recordings === 0) {
      close();
      return;
    }
    if (isAsking) return;
    isAsking = true;
    void ask(window, recordings)
      .then((isConfirmed) => isConfirmed && close())
      .finally(() => (isAsking = false));
  });
}

async function askToClose(window: BrowserWindow, recordings: number): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    title: 'Opus NVR',
    message: recordings === 1 ? 'A recording is running.' : `${recordings} recordings are running.`,
    detail: 'Closing the window ends recording. What has been recorded so far is kept.',
    buttons: ['Keep recording', 'End and close'],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  return response === CLOSE_BUTTON;
}
