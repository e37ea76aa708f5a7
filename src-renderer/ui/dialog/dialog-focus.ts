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

/** On a busy computer what opened a dialog is inert for some frames more. */
const PATIENT_FRAMES = 20;

/**
 * Where the next key would otherwise go nowhere: back to what opened a dialog that is gone. That may be gone with it; then to `data-home`, or to the
 * start of what is open.
 */
export function leadLostFocus(opener: Element | null, framesLeft = PATIENT_FRAMES): void {
  if (!isLost()) return;
  if (opener instanceof HTMLElement && opener.isConnected && opener !== document.body) {
    opener.focus();
    if (!isLost()) return;
    if (framesLeft > 0) {
      requestAnimationFrame(() => leadLostFocus(opener, framesLeft - 1));
      return;
    }
  }
  const dialog = [...document.querySelectorAll(OPEN_DIALOGS)].at(-1);
  const home =
    dialog?.querySelector('[data-initial-focus]') ?? document.querySelector('[data-home]');
  if (home instanceof HTMLElement) home.focus();
}

function isLost(): boolean {
  const { activeElement, body } = document;
  return activeElement === null || activeElement === body || !activeElement.checkVisibility();
}
