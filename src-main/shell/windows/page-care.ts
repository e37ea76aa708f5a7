import { app, dialog, type BrowserWindow, type WebContents } from 'electron';
import type { Logger } from '../../app/logging/logger.ts';
import { ReloadPolicy } from './reload-policy.ts';

/** Unless somebody answers sooner: the wall must come back by itself if it can. */
const TRY_AGAIN_AFTER_MS = 60_000;

/** Writes what befalls the page to the log, and brings a dead page back. */
export function careForPage(window: BrowserWindow, log: Logger): void {
  const policy = new ReloadPolicy();
  const ended = new AbortController();
  const { webContents } = window;
  let timer: NodeJS.Timeout | undefined;
  const reload = (): void => {
    if (!window.isDestroyed()) webContents.reload();
  };
  webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    log.error('the page crashed', { reason, exitCode });
    const decision = policy.decide(performance.now());
    if (decision.kind === 'reload') timer = setTimeout(reload, decision.afterMs);
    else
      void askToReload(window, reason, ended.signal).then((wanted) =>
        wanted ? reload() : app.quit(),
      );
  });
  window.on('unresponsive', () => log.error('the page does not respond'));
  window.on('responsive', () => log.warn('the page responds again'));
  window.on('closed', () => {
    clearTimeout(timer);
    ended.abort();
  });
}

/** Calls `forget` each time the page that a window shows is over: closed, crashed, or loaded anew. */
export function onPageEnd(page: WebContents, forget: () => void): void {
  page.on('render-process-gone', forget);
  page.on('did-navigate', forget);
  page.on('destroyed', forget);
}

/** Writes to the log which of Chromium's processes that serve every page has ended: graphics, sound, network. */
export function logEndedProcesses(log: Logger): void {
  app.on('child-process-gone', (_event, { type, reason, exitCode, name }) => {
    if (reason !== 'clean-exit')
      log.error('a process of the app ended', { type, reason, exitCode, name });
  });
}

/** Resolves with false when somebody would rather quit; with true when somebody, or nobody, wants to try again. */
async function askToReload(
  window: BrowserWindow,
  reason: string,
  ended: AbortSignal,
): Promise<boolean> {
  const signal = AbortSignal.any([ended, AbortSignal.timeout(TRY_AGAIN_AFTER_MS)]);
  const { response } = await dialog.showMessageBox(window, {
    ...{ type: 'error', title: 'Opus NVR', signal },
    message: 'The wall keeps failing.',
    detail: `The window’s process ended several times (${reason}). It is tried again within a minute. If this goes on, restart the computer; the log file says more.`,
    buttons: ['Try again', 'Quit'],
    ...{ defaultId: 0, cancelId: 0 },
  });
  return response === 0;
}
