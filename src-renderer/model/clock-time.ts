/** "14:05", the same everywhere in the app, whatever the system's language is. @param atMs Unix time */
export function clockTime(atMs: number): string {
  return new Date(atMs).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
}

/** "since 14:01", and with the day where that was another one: "since 27 Nov 14:01". Both Unix times in ms. */
export function sinceText(sinceMs: number, nowMs: number): string {
  const since = new Date(sinceMs);
  const isToday = since.toDateString() === new Date(nowMs).toDateString();
  const day = since.toLocaleDateString('en-GB', { day: 'numeric', month: 'short' });
  return `since ${isToday ? '' : `${day} `}${clockTime(sinceMs)}`;
}
