/** What a cell may hold; null is an empty one. */
export type Cell = string | number | boolean | null;

/** Spreadsheets do what a text says that begins so, and an NVR's name is written by whoever can reach the NVR (OWASP, "CSV injection"). */
const FORMULA = /^[=+\-@\t\r\n]/;
/** Without it Excel reads UTF-8 as the system's own code page. */
const BYTE_ORDER_MARK = '\uFEFF';

/** The first line of a file: what the columns are called. */
export function csvHead(columns: readonly string[]): string {
  return `${BYTE_ORDER_MARK}${csvLine(columns)}`;
}

/** One line of RFC 4180, with its end. A text that a spreadsheet would take for a formula gets an apostrophe before it. */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(written).join(',')}\r\n`;
}

function written(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell !== 'string') return String(cell);
  const harmless = FORMULA.test(cell) ? `'${cell}` : cell;
  return `"${harmless.replaceAll('"', '""')}"`;
}

/**
 * "2026-11-28T14:03:27+01:00": a person reads the station's own clock, a program knows when it was; null stays null.
 * @param atMs Unix time
 */
export function csvTime(atMs: number | null): string | null {
  if (atMs === null) return null;
  const minutes = -new Date(atMs).getTimezoneOffset();
  const digits = new Date(atMs + minutes * 60_000).toISOString().slice(0, 19);
  const sign = minutes < 0 ? '-' : '+';
  const [hours, rest] = [Math.trunc(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${digits}${sign}${two(hours)}:${two(rest)}`;
}
