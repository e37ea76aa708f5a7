import { PAGE_ERROR_MAX_CHARS, type PageError } from '@contract/models/page-error.ts';
import { request } from './ipc-client.ts';

/** Tells main's log of something that went wrong here. */
export function reportError(kind: PageError['kind'], error: unknown, where = ''): void {
  const { message, stack } = describe(error);
  const [cutMessage, cutStack] = [message, `${stack}${where}`].map((text) =>
    text.slice(0, PAGE_ERROR_MAX_CHARS),
  ) as [string, string];
  void request('page:report-error', { kind, message: cutMessage, stack: cutStack });
}

/** Tells main's log of what a boundary has caught, and within which components. */
export function reportRenderError(error: unknown, where: string): void {
  reportError('render', error, where);
}

/** Leads what nobody has caught to main's log. */
export function reportUncaught(): void {
  // Chromium tells this of a layout that settles in a second step; nothing is wrong then.
  const isNoise = (message: string): boolean => message.startsWith('ResizeObserver loop');
  window.addEventListener('error', ({ error, message }) => {
    if (!isNoise(message)) reportError('error', error ?? message);
  });
  window.addEventListener('unhandledrejection', ({ reason }) => reportError('rejection', reason));
}

function describe(error: unknown): { message: string; stack: string } {
  if (error instanceof Error) return { message: error.message, stack: error.stack ?? '' };
  return { message: String(error), stack: '' };
}
