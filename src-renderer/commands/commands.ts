/** One thing that a person can do by key: what keys do, what the sheet of keys lists and what tooltips name are made of it. */
export interface Command {
  /** As `keyOf` names them; no two commands of a scope have the same. */
  readonly keys: readonly string[];
  /** What is written on the keys. */
  readonly shown: readonly string[];
  /** For the sheet. */
  readonly about: string;
  /** Also while a field has the focus, such as the volume's slider. */
  readonly worksInFields?: boolean;
}

const ARROWS = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'];

/**
 * All commands by where they apply, in the order of the sheet. `tile`: the one that fills the window, or else has the focus; it is
 * asked first, then `fullscreen`, then `wall`. Who does them says so by `ownCommands`.
 */
export const COMMANDS = {
  wall: {
    find: { keys: ['/'], shown: ['/'], about: 'Find a camera by name, number or NVR' },
    number: {
      keys: ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'],
      shown: ['1', '2', 'Enter'],
      about: 'Open camera 12 in fullscreen',
    },
    open: {
      keys: ['Enter'],
      shown: ['Enter'],
      about: 'Open the chosen camera in fullscreen, or leave it',
    },
    back: { keys: ['Escape'], shown: ['Esc'], about: 'One step back' },
    erase: {
      keys: ['Backspace'],
      shown: ['Backspace'],
      about: 'Take the last digit of a number back',
    },
    move: {
      keys: [...ARROWS, 'Home', 'End'],
      shown: ['←', '→', '↑', '↓'],
      about: 'Go from tile to tile; in fullscreen, from camera to camera',
    },
    nextPage: { keys: ['PageDown'], shown: ['Page ↓'], about: 'Next page' },
    previousPage: { keys: ['PageUp'], shown: ['Page ↑'], about: 'Previous page' },
    grid: {
      keys: ['Ctrl+1', 'Ctrl+2', 'Ctrl+3', 'Ctrl+4', 'Ctrl+8'],
      shown: ['Ctrl', '1 … 4, 8'],
      about: 'Choose the grid',
    },
    fill: { keys: ['f'], shown: ['F'], about: 'Fill the tiles, or show pictures whole' },
    figures: { keys: ['i'], shown: ['I'], about: 'Stream figures' },
    lock: { keys: ['l'], shown: ['L'], about: 'Lock, or ask for the admin PIN' },
    help: { keys: ['?', 'F1'], shown: ['?'], about: 'This list' },
  },
  tile: {
    snapshot: { keys: ['s'], shown: ['S'], about: 'Save a snapshot' },
    record: { keys: ['r'], shown: ['R'], about: 'Start or stop a recording' },
    zoomIn: { keys: ['+', '='], shown: ['+'], about: 'Zoom in' },
    zoomOut: { keys: ['-', '_'], shown: ['−'], about: 'Zoom out' },
    pan: { keys: ARROWS, shown: ['Shift', '← → ↑ ↓'], about: 'Move the enlarged picture' },
    zoomReset: { keys: ['0'], shown: ['0'], about: 'Show the whole picture again' },
    zoomBack: { keys: ['Escape'], shown: ['Esc'], about: 'The same, while it is enlarged' },
  },
  fullscreen: {
    sound: {
      keys: ['m'],
      shown: ['M'],
      about: 'Sound of the camera in fullscreen',
      worksInFields: true,
    },
    /** The system's own, which nobody here does. */
    window: { keys: ['F11'], shown: ['F11'], about: 'The window’s own fullscreen' },
  },
} as const satisfies Record<string, Record<string, Command>>;

/** Where a command applies. */
export type Scope = keyof typeof COMMANDS;
/** A command of a scope. */
export type CommandId<S extends Scope> = keyof (typeof COMMANDS)[S] & string;

const TITLES: Record<Scope, string> = {
  wall: 'Wall',
  tile: 'The chosen tile',
  fullscreen: 'Fullscreen',
};

/** All commands, as the sheet shows them. */
export const KEY_GROUPS: readonly { title: string; commands: readonly Command[] }[] = (
  Object.keys(COMMANDS) as Scope[]
).map((scope) => ({ title: TITLES[scope], commands: Object.values(COMMANDS[scope]) }));

/** A button's tooltip: what it does, and by which key. */
export function withKey<S extends Scope>(text: string, scope: S, id: CommandId<S>): string {
  const { shown } = COMMANDS[scope][id] as Command;
  return `${text} (${shown.join('+')})`;
}

/** The id of what a key means in a scope; null where it means nothing. */
export function commandFor(scope: Scope, key: string): string | null {
  const commands: Record<string, Command> = COMMANDS[scope];
  return Object.keys(commands).find((id) => commands[id]?.keys.includes(key)) ?? null;
}
