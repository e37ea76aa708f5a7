/** A digit with Ctrl by the key's place: a layout on which digits need Shift gives other signs. */
const DIGIT = /^(?:Digit|Numpad)(\d)$/;

/** What a key is called in the list of commands; null for combinations that are the system's. Letters are the same with Shift or Caps Lock. */
export function keyOf({
  key,
  code,
  ctrlKey,
  metaKey,
  altKey,
  shiftKey,
}: Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>):
  string | null {
  if (altKey) return null;
  if (ctrlKey || metaKey) {
    if (shiftKey) return null;
    const digit = DIGIT.exec(code)?.[1];
    if (digit !== undefined) return `Ctrl+${digit}`;
    return key.toLowerCase() === 'z' ? 'Ctrl+z' : null;
  }
  return key.length === 1 ? key.toLowerCase() : key;
}

/** Whether keys are somebody else's now: a dialog has its own, and a menu that is open closes first, wherever the focus is. */
export function isForeignTime({ key }: KeyboardEvent): boolean {
  if (document.querySelector('[data-modal]:not([data-exiting])') !== null) return true;
  return key === 'Escape' && document.querySelector('[data-popup]') !== null;
}

/** Whether the focus is where keys mean something of their own. */
export function isForeignPlace({ target }: KeyboardEvent): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, select') !== null;
}
