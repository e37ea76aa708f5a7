import { slotAfter } from '../../../model/tile-step.ts';

/** The tile that Tab comes to: the one that had the focus last, or the first. */
export function tabStopTile(): HTMLElement | null {
  return document.querySelector<HTMLElement>('.tile[tabindex="0"]');
}

/** Moves the focus over the wall; from elsewhere, it first comes back to where it was. */
export function focusFrom(key: string): void {
  const frames = [...document.querySelectorAll<HTMLElement>('.tile-frame')];
  const slot = frames.findIndex((frame) => frame.contains(document.activeElement));
  const side = Number(document.querySelector<HTMLElement>('.wall')?.dataset['side']);
  const to = slot < 0 ? null : frames[slotAfter(key, slot, side, frames.length)];
  (to?.querySelector<HTMLElement>('.tile') ?? tabStopTile())?.focus();
}
