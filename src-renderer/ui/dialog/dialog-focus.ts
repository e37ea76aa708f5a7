const OPEN_DIALOGS = '[data-modal]:not([data-exiting]) [role="dialog"]';

/**
 * The focus for what a dialog begins with: the element marked for it or, where a complete dialog has none, the first button. What is
 * in the dialog may have taken it already.
 */
export function focusStart(dialog: HTMLElement, isComplete: boolean): void {
  const { activeElement } = document;
  if (activeElement !== dialog && dialog.contains(activeElement)) return;
  const start =
    dialog.querySelector<HTMLElement>('[data-initial-focus]') ??
    (isComplete ? dialog.querySelector<HTMLElement>('button') : null);
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
