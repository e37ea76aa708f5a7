import { create } from 'zustand';

const useSound = create(() => ({ isOn: false }));

/** Whether the camera that fills the window may be heard. How loud is a part of the view. */
export const useIsSoundOn = (): boolean => useSound(({ isOn }) => isOn);

/** On only by a person's key or click: a wall is silent by itself. */
export function toggleSound(): void {
  useSound.setState(({ isOn }) => ({ isOn: !isOn }));
}

/** Silent again, as when the wall comes back. */
export function muteSound(): void {
  useSound.setState({ isOn: false });
}
