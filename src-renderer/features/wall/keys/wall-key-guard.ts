/** Whether the focus is where keys mean something of their own: in a dialog or a field for text. */
export function isForeignPlace({ target }: KeyboardEvent): boolean {
  if (document.querySelector('dialog[open]') !== null) return true;
  return target instanceof HTMLElement && target.closest('input, textarea, select') !== null;
}

/** Whether a key is not the wall's to act on: dialogs and text fields have their own keys, and the system has its combinations. */
export function isForeignKey(event: KeyboardEvent): boolean {
  // A menu that is open closes first, wherever the focus is.
  if (event.key === 'Escape' && document.querySelector(':popover-open') !== null) return true;
  return event.ctrlKey || event.altKey || event.metaKey || isForeignPlace(event);
}
