import { useEffect, useRef, type RefObject } from 'react';
import type { NvrsView } from './nvrs-view.ts';

/** True when what had the focus has left the page: the next key would start at the dialog's top. */
export function isFocusLost(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}

/** Leads a lost focus on: from a form back to the button that opened it, from a row that was removed to the one in its place. */
export function useListFocus(
  view: NvrsView,
  ids: readonly number[],
): RefObject<HTMLDivElement | null> {
  const ref = useRef<HTMLDivElement>(null);
  const before = useRef({ view, ids });
  useEffect(() => {
    const last = before.current;
    before.current = { view, ids };
    const isFirst = last.view === view && last.ids === ids;
    if (isFirst || view.at !== 'list' || !isFocusLost()) return;
    const target = targetAfter(last, ids);
    const button = target === null ? null : ref.current?.querySelector<HTMLElement>(target);
    (button ?? ref.current?.querySelector<HTMLElement>('[data-opens="add"]'))?.focus();
  }, [view, ids]);
  return ref;
}

/** A selector within the panel; null where nothing special is meant. */
function targetAfter(
  last: { view: NvrsView; ids: readonly number[] },
  ids: readonly number[],
): string | null {
  if (last.view.at === 'single') return '[data-opens="single"]';
  if (last.view.at === 'edit') return `[data-nvr="${last.view.id}"] [data-opens="edit"]`;
  const removedAt = last.ids.findIndex((id) => !ids.includes(id));
  const next = removedAt === -1 ? undefined : (ids[removedAt] ?? ids.at(-1));
  return next === undefined ? null : `[data-nvr="${next}"] [data-opens="edit"]`;
}
