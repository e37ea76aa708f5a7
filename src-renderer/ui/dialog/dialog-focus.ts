const OPEN_DIALOGS = '[data-modal]:not([data-exiting]) [role="dialog"]';

/** The focus for what a dialog begins with: what took it by itself, the element marked for it, or the first button. */
export function focusStart(dialog: HTMLElement): void {
  if (dialog.contains(document.activeElement)) return;
  const start =
    dialog.querySelector<HTMLElement>('[data-initial-focus]') ??
    dialog.querySelector<HTMLElement>('button');
  start?.focus();
}

/** What the page begins with, where the next key would otherwise go nowhere: `data-home`, or the start of what is open. */
export function leadLostFocus(): void {
  const { activeElement, body } = document;
  if (activeElement !== null && activeElement !== body && activeElement.checkVisibility()) return;
  const dialog = [...document.querySelectorAll(OPEN_DIALOGS)].at(-1);
  const home =
    dialog?.querySelector('[data-initial-focus]') ?? document.querySelector('[data-home]');
  if (home instanceof HTMLElement) home.focus();
}
