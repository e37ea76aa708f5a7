import { slotAfter } from '../../../model/tile-step.ts';

/** On a busy computer a page and a popup take some frames to change. */
const PATIENT_FRAMES = 60;

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

/** Where a list leads to a camera of the wall: its tile, once the list is gone and has given the focus back. */
export function focusTileOf(cameraId: number, framesLeft = PATIENT_FRAMES): void {
  if (framesLeft === 0) return;
  requestAnimationFrame(() => {
    const isOpen = document.querySelector('[data-popup]') !== null;
    const tile = document.querySelector<HTMLElement>(`.tile[data-camera-id="${cameraId}"]`);
    if (isOpen || tile === null) focusTileOf(cameraId, framesLeft - 1);
    else requestAnimationFrame(() => tile.focus());
  });
}
