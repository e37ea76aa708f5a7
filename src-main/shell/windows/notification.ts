import { BrowserWindow, Notification, type WebContents } from 'electron';
import type { AlarmNotice } from '@contract/models/events/journal.ts';

/** Notices that are shown: one that nobody holds would be collected, and its click with it. */
const shown = new Set<Notification>();

/** Whether a window of the app has the keyboard. */
export function isAnyWallInFront(): boolean {
  return BrowserWindow.getFocusedWindow() !== null;
}

/** Says it on the desktop, silently: alarms have a sound of their own. Where the system has no notifications, nothing happens. */
export function showNotification({ title, body }: AlarmNotice, onClick: () => void): () => void {
  if (!Notification.isSupported()) return () => undefined;
  const notification = new Notification({ title, body, silent: true, urgency: 'critical' });
  const forget = (): boolean => shown.delete(notification);
  notification.once('click', () => {
    forget();
    onClick();
  });
  notification.once('close', forget);
  notification.once('failed', forget);
  shown.add(notification);
  notification.show();
  return () => notification.close();
}

/** Brings the window of a page to the front. */
export function bringToFront(page: WebContents): void {
  const window = page.isDestroyed() ? null : BrowserWindow.fromWebContents(page);
  if (window?.isMinimized() === true) window.restore();
  window?.show();
  window?.focus();
}
