import { create } from 'zustand';

const TOAST_MS = 5_000;
/** A sentence that nobody expects takes longer to read. */
const FAILURE_MS = 10_000;
/** More would cover the wall; what can still be acted on goes last. */
const MOST = 4;

/** Something that can still be done about what a toast says. */
export interface ToastAction {
  label: string;
  run: () => void;
  /** It takes back what was done: the key for that means the newest of these. */
  isUndo?: boolean;
}

/** One sentence about what was just done. */
export interface ToastMessage {
  id: number;
  text: string;
  action?: ToastAction;
  /** It was not done. */
  isFailure?: boolean;
}

const useToastState = create<{ messages: readonly ToastMessage[] }>(() => ({ messages: [] }));
let lastId = 0;
const timers = new Map<number, ReturnType<typeof setTimeout>>();

/** What was just done, the newest last. One that comes takes no other's time. */
export const useToasts = (): readonly ToastMessage[] => useToastState((state) => state.messages);

/** The same outside React. */
export function currentToasts(): readonly ToastMessage[] {
  return useToastState.getState().messages;
}

/** Says once that something was done; with an action, for as long as it can be taken. */
export function showToast(text: string, action?: ToastAction, durationMs = TOAST_MS): void {
  add(action ? { text, action } : { text }, durationMs);
}

/** Says once that something could not be done. */
export function showFailure(text: string): void {
  add({ text, isFailure: true }, FAILURE_MS);
}

/** Takes a toast's action; the toast has done its duty then. */
export function takeAction({ id, action }: ToastMessage): void {
  hideToast(id);
  action?.run();
}

/** Takes back what was done last, while that is possible. */
export function takeUndo(): void {
  const newest = currentToasts().findLast(({ action }) => action?.isUndo === true);
  if (newest) takeAction(newest);
}

/** Takes a toast away before its time. */
export function hideToast(id: number): void {
  clearTimeout(timers.get(id));
  timers.delete(id);
  useToastState.setState(({ messages }) => ({ messages: messages.filter((one) => one.id !== id) }));
}

function add(message: Omit<ToastMessage, 'id'>, durationMs: number): void {
  const id = (lastId += 1);
  // The same sentence twice says nothing more.
  const twin = currentToasts().find(({ text, action }) => !action && text === message.text);
  if (twin) hideToast(twin.id);
  useToastState.setState(({ messages }) => ({ messages: [...messages, { id, ...message }] }));
  timers.set(
    id,
    setTimeout(() => hideToast(id), durationMs),
  );
  const all = currentToasts();
  const surplus = all.length > MOST ? (all.find(({ action }) => !action) ?? all[0]) : undefined;
  if (surplus) hideToast(surplus.id);
}
