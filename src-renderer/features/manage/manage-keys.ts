import type { KeyboardEvent } from 'react';
import { takeUndo } from '../../store/toast-store.ts';

/** Keys that work wherever the focus is in Manage, but for text fields, which have their own. */
export function onManageKey(event: KeyboardEvent<HTMLElement>): void {
  if (event.defaultPrevented || isTextField(event.target)) return;
  const act = actionFor(event);
  if (act === null) return;
  event.preventDefault();
  act();
}

function actionFor({
  key,
  ctrlKey,
  metaKey,
  altKey,
  currentTarget,
}: KeyboardEvent<HTMLElement>): (() => void) | null {
  if (altKey) return null;
  if (ctrlKey || metaKey) {
    if (key.toLowerCase() === 'z') return takeUndo;
    // The browser would paint the whole dialog.
    return key.toLowerCase() === 'a' ? () => undefined : null;
  }
  const search = currentTarget.querySelector<HTMLInputElement>('[data-search]');
  return key === '/' && search !== null ? () => search.select() : null;
}

function isTextField(target: EventTarget): boolean {
  if (target instanceof HTMLTextAreaElement) return true;
  return target instanceof HTMLInputElement && target.type !== 'checkbox';
}
