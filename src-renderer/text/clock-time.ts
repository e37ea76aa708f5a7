const WITH_SECONDS = new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium' });

/** "14:05:09". @param atMs Unix time */
export function clockTimeWithSeconds(atMs: number): string {
  return WITH_SECONDS.format(atMs);
}

/** "14:05", the same everywhere in the app, whatever the system's language is. @param atMs Unix time */
export function clockTime(atMs: number): string {
  return new Date(atMs).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
}
