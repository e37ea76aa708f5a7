/** Whether a key is not the wall's to act on: dialogs and text fields have their own keys, and the system has its combinations. */
export function isForeignKey({ ctrlKey, altKey, metaKey, target }: KeyboardEvent): boolean {
  if (ctrlKey || altKey || metaKey || document.querySelector('dialog[open]') !== null) return true;
  return target instanceof HTMLElement && target.closest('input, textarea, select') !== null;
}
