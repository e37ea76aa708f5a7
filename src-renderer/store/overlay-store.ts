import { create } from 'zustand';

/** What anyone at the desk can open over the wall. */
export type Overlay = 'find' | 'keys';

const useOverlayState = create<{ open: Overlay | null }>(() => ({ open: null }));

/** What lies over the wall, or null. */
export const useOverlay = (): Overlay | null => useOverlayState(({ open }) => open);

/** Opens it. */
export function openOverlay(open: Overlay): void {
  useOverlayState.setState({ open });
}

/** Closes it. */
export function closeOverlay(): void {
  useOverlayState.setState({ open: null });
}
