import { create } from 'zustand';

/** A first start is neither a whisper nor a fright. */
const DEFAULT_VOLUME = 0.6;

const useSound = create(() => ({ isOn: false, volume: DEFAULT_VOLUME }));

/** Whether the camera that fills the window may be heard. */
export const useIsSoundOn = (): boolean => useSound(({ isOn }) => isOn);
/** 0 to 1. */
export const useVolume = (): number => useSound(({ volume }) => volume);

/** On only by a person's key or click: a wall is silent by itself. */
export function toggleSound(): void {
  useSound.setState(({ isOn }) => ({ isOn: !isOn }));
}

/** Silent again, as when the wall comes back. */
export function muteSound(): void {
  useSound.setState({ isOn: false });
}

/** @param volume 0 to 1 */
export function setVolume(volume: number): void {
  useSound.setState({ volume: Math.min(1, Math.max(0, volume)) });
}
