const KEY = 'reloads';
const MOST = 3;
const WITHIN_MS = 5 * 60_000;

/** Whether the page may begin anew by itself once more; counts it when so. Reloads that do not help would flicker all night. */
export function mayReload(storage: Storage, nowMs: number): boolean {
  const recent = readTimes(storage).filter((atMs) => nowMs - atMs < WITHIN_MS && atMs <= nowMs);
  if (recent.length >= MOST) return false;
  storage.setItem(KEY, [...recent, nowMs].join());
  return true;
}

function readTimes(storage: Storage): number[] {
  return (storage.getItem(KEY) ?? '').split(',').filter(Boolean).map(Number);
}
