/** One entry of the list of keys: the code acts by it, and the sheet of keys shows it. */
interface KeyEntry {
  /** Values of KeyboardEvent.key, letters in lower case; none where a key is more than a name, e.g. a digit. */
  readonly keys: readonly string[];
  /** What is written on the keys. */
  readonly shown: readonly string[];
  readonly about: string;
}

/** Keys that work anywhere on the wall. */
export const WALL_KEYS = {
  find: { keys: ['/'], shown: ['/'], about: 'Find a camera by name, number or NVR' },
  number: { keys: [], shown: ['1', '2', 'Enter'], about: 'Open camera 12 in fullscreen' },
  open: {
    keys: ['Enter'],
    shown: ['Enter'],
    about: 'Open the chosen camera in fullscreen, or leave it',
  },
  back: { keys: ['Escape'], shown: ['Esc'], about: 'One step back' },
  move: {
    keys: ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End'],
    shown: ['←', '→', '↑', '↓'],
    about: 'Go from tile to tile; in fullscreen, from camera to camera',
  },
  nextPage: { keys: ['PageDown'], shown: ['Page ↓'], about: 'Next page' },
  previousPage: { keys: ['PageUp'], shown: ['Page ↑'], about: 'Previous page' },
  grid: { keys: [], shown: ['Ctrl', '1 … 4, 8'], about: 'Choose the grid' },
  fill: { keys: ['f'], shown: ['F'], about: 'Fill the tiles, or show pictures whole' },
  figures: { keys: ['i'], shown: ['I'], about: 'Stream figures' },
  lock: { keys: ['l'], shown: ['L'], about: 'Lock, or ask for the admin PIN' },
  help: { keys: ['?', 'F1'], shown: ['?'], about: 'This list' },
} as const satisfies Record<string, KeyEntry>;

/** Keys of the tile that fills the window, or else has the focus. */
export const TILE_KEYS = {
  snapshot: { keys: ['s'], shown: ['S'], about: 'Save a snapshot' },
  record: { keys: ['r'], shown: ['R'], about: 'Start or stop a recording' },
  zoomIn: { keys: ['+', '='], shown: ['+'], about: 'Zoom in' },
  zoomOut: { keys: ['-', '_'], shown: ['−'], about: 'Zoom out' },
  pan: { keys: [], shown: ['Shift', '← → ↑ ↓'], about: 'Move the enlarged picture' },
  zoomReset: { keys: ['0'], shown: ['0'], about: 'Show the whole picture again' },
  zoomBack: { keys: ['Escape'], shown: ['Esc'], about: 'The same, while it is enlarged' },
} as const satisfies Record<string, KeyEntry>;

/** Keys that others act on, for the sheet. */
const OTHER_KEYS = {
  sound: { keys: ['m'], shown: ['M'], about: 'Sound of the camera in fullscreen' },
  window: { keys: ['F11'], shown: ['F11'], about: 'The window’s own fullscreen' },
} as const satisfies Record<string, KeyEntry>;

/** What a key of the wall means. */
export type WallCommand = keyof typeof WALL_KEYS;
/** What a key of a tile means. */
export type TileCommand = keyof typeof TILE_KEYS;

/** All keys, in the order of the sheet. */
export const KEY_GROUPS: readonly { title: string; entries: readonly KeyEntry[] }[] = [
  { title: 'Wall', entries: Object.values(WALL_KEYS) },
  { title: 'The chosen tile', entries: Object.values(TILE_KEYS) },
  { title: 'Fullscreen', entries: Object.values(OTHER_KEYS) },
];

/** What a key means; null where it means nothing. Letters mean the same with Shift or Caps Lock. */
export function commandFor<C extends string>(
  entries: Readonly<Record<C, KeyEntry>>,
  key: string,
): C | null {
  const name = key.length === 1 ? key.toLowerCase() : key;
  const commands = Object.keys(entries) as C[];
  return commands.find((command) => entries[command].keys.includes(name)) ?? null;
}
