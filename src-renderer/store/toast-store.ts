import { create } from 'zustand';

const TOAST_MS = 5_000;

const useToasts = create<{ text: string | null }>(() => ({ text: null }));
let timer: ReturnType<typeof setTimeout> | undefined;

/** The sentence that confirms what was just done, or null. */
export const useToast = (): string | null => useToasts((state) => state.text);

/** Says once that something was done. */
export function showToast(text: string): void {
  clearTimeout(timer);
  useToasts.setState({ text });
  timer = setTimeout(() => useToasts.setState({ text: null }), TOAST_MS);
}
