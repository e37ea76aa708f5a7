import { create } from 'zustand';

const TOAST_MS = 5_000;

/** Something that can still be done about what a toast says. */
export interface ToastAction {
  label: string;
  run: () => void;
}

/** One sentence that confirms what was just done. */
export interface ToastMessage {
  text: string;
  action?: ToastAction;
}

const useToasts = create<{ message: ToastMessage | null }>(() => ({ message: null }));
let timer: ReturnType<typeof setTimeout> | undefined;

/** What was just done, or null. */
export const useToast = (): ToastMessage | null => useToasts((state) => state.message);

/** Says once that something was done; with an action, for as long as it can be taken. */
export function showToast(text: string, action?: ToastAction, durationMs = TOAST_MS): void {
  clearTimeout(timer);
  useToasts.setState({ message: action ? { text, action } : { text } });
  timer = setTimeout(hideToast, durationMs);
}

/** Takes the toast's action, if it has one. */
export function takeToastAction(): void {
  useToasts.getState().message?.action?.run();
}

/** Its action was taken. */
export function hideToast(): void {
  clearTimeout(timer);
  useToasts.setState({ message: null });
}
