import { create } from 'zustand';

/** Without another key so long, what was typed is forgotten. */
const FORGOTTEN_AFTER_MS = 3_000;
/** The wall holds fewer cameras than that. */
const MOST_DIGITS = 5;

const useEntry = create<{ digits: string }>(() => ({ digits: '' }));
let timer: ReturnType<typeof setTimeout> | undefined;

/** The digits of a camera's number that were typed so far; empty while nobody types one. */
export const useNumberEntry = (): string => useEntry(({ digits }) => digits);
/** Whether somebody is typing a number. */
export const useIsTypingNumber = (): boolean => useEntry(({ digits }) => digits !== '');
/** The digits outside React. */
export const currentEntry = (): string => useEntry.getState().digits;

/** Adds a digit; no number begins with 0. */
export function typeDigit(digit: string): void {
  const digits = currentEntry();
  if ((digits === '' && digit === '0') || digits.length === MOST_DIGITS) return;
  setEntry(digits + digit);
}

/** Takes the last digit back. */
export function eraseDigit(): void {
  setEntry(currentEntry().slice(0, -1));
}

/** Forgets what was typed. */
export function cancelEntry(): void {
  setEntry('');
}

function setEntry(digits: string): void {
  clearTimeout(timer);
  useEntry.setState({ digits });
  if (digits !== '') timer = setTimeout(cancelEntry, FORGOTTEN_AFTER_MS);
}
