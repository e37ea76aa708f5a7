const DATE = new Intl.DateTimeFormat('en-GB');
const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });
const WEEKDAY_AND_DAY = new Intl.DateTimeFormat('en-GB', {
  ...{ weekday: 'short', day: 'numeric', month: 'short' },
});
const WITH_YEAR = new Intl.DateTimeFormat('en-GB', {
  ...{ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
});

/** "20/11/2026". @param atMs Unix time */
export function dateText(atMs: number): string {
  return DATE.format(atMs);
}

/** "20 Nov". @param atMs Unix time */
export function dayText(atMs: number): string {
  return DAY.format(atMs);
}

/** "Fri 20 Nov", or "Fri 20 Nov 2025". @param atMs Unix time */
export function weekdayText(atMs: number, hasYear = false): string {
  return (hasYear ? WITH_YEAR : WEEKDAY_AND_DAY).format(atMs).replace(',', '');
}
