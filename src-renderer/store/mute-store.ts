import { create } from 'zustand';

const KEY = 'alarms-muted-until';
const MINUTE_MS = 60_000;
/** A clock that was set back must not make it longer than anybody may choose. */
const LONGEST_MS = 60 * MINUTE_MS;

const useMute = create<{ untilMs: number | null }>(() => ({ untilMs: null }));
let timer: ReturnType<typeof setTimeout> | undefined;

/** Until when alarms are silent, as Unix time in ms; null: they sound. Over restarts of the page. */
export const useMutedUntilMs = (): number | null => useMute(({ untilMs }) => untilMs);

/** Alarms are silent for so long. */
export function muteFor(minutes: number): void {
  begin(Math.min(minutes * MINUTE_MS, LONGEST_MS));
}

/** They sound again. */
export function unmute(): void {
  clearTimeout(timer);
  localStorage.removeItem(KEY);
  useMute.setState({ untilMs: null });
}

/** Goes on with what was chosen before the page began anew. */
export function resumeMute(): void {
  const leftMs = Number(localStorage.getItem(KEY)) - Date.now();
  if (leftMs > 0 && leftMs <= LONGEST_MS) begin(leftMs);
  else unmute();
}

/** By the timer, which a clock that is set does not move. */
function begin(ms: number): void {
  const untilMs = Date.now() + ms;
  clearTimeout(timer);
  timer = setTimeout(unmute, ms);
  localStorage.setItem(KEY, String(untilMs));
  useMute.setState({ untilMs });
}
