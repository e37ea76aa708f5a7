import { create } from 'zustand';

const TOAST_MS = 5_000;
/** A sentence that nobody expects takes longer to read. */
const FAILURE_MS = 10_000;

/** Something that can still be done about what a toast says. */
export interface ToastAction {
  label: string;
  run: () => void;
}

/** One sentence about what was just done. */
export interface ToastMessage {
  text: string;
  action?: ToastAction;
  /** It was not done. */
  isFailure?: boolean;
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

/** Says once that something could not be done. */
export function showFailure(text: string): void {
  clearTimeout(timer);
  useToasts.setState({ message: { text, isFailure: true } });
  timer = setTimeout(hideToast, FAILURE_MS);
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
