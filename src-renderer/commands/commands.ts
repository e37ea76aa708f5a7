import type { Permission } from '@contract/permission.ts';
import { text } from '../text/catalogue.ts';

/** One thing that a person can do by key: what keys do, what the sheet of keys lists and what tooltips name are made of it. */
export interface Command {
  /** As `keyOf` names them; no two commands of a scope have the same. */
  readonly keys: readonly string[];
  /** What is written on the keys. */
  readonly shown: readonly string[];
  /** For the sheet. */
  readonly about: string;
  /** What it takes, as the request that it leads to does; null: nothing, it only concerns what is on the screen. */
  readonly permission: Permission | null;
  /** Also while a field has the focus, such as the volume's slider. */
  readonly worksInFields?: boolean;
}

const words = text.commands;
const ARROWS = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'];

/**
 * All commands by where they apply, in the order of the sheet. `tile`: the one that fills the window, or else has the focus; it is
 * asked first, then `fullscreen`, then `wall`. `review`: while somebody looks back. `events`, `health`: the panel while it has the focus; it is asked before all others. Who does them says so by `ownCommands`.
 */
export const COMMANDS = {
  wall: {
    find: { keys: ['/'], shown: ['/'], about: words.wall.find, permission: 'watch' },
    number: {
      keys: ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'],
      shown: ['1', '2', words.keys.enter],
      about: words.wall.number,
      permission: 'watch',
    },
    open: {
      keys: ['Enter'],
      shown: [words.keys.enter],
      about: words.wall.open,
      permission: 'watch',
    },
    back: {
      keys: ['Escape'],
      shown: [words.keys.escape],
      about: words.wall.back,
      permission: null,
    },
    erase: {
      keys: ['Backspace'],
      shown: [words.keys.backspace],
      about: words.wall.erase,
      permission: null,
    },
    move: {
      keys: [...ARROWS, 'Home', 'End'],
      shown: ['←', '→', '↑', '↓'],
      about: words.wall.move,
      permission: 'watch',
    },
    nextPage: {
      keys: ['PageDown'],
      shown: [words.keys.pageDown],
      about: words.wall.nextPage,
      permission: 'watch',
    },
    previousPage: {
      keys: ['PageUp'],
      shown: [words.keys.pageUp],
      about: words.wall.previousPage,
      permission: 'watch',
    },
    grid: {
      keys: ['Ctrl+1', 'Ctrl+2', 'Ctrl+3', 'Ctrl+4', 'Ctrl+8'],
      shown: [words.keys.control, '1 … 4, 8'],
      about: words.wall.grid,
      permission: 'watch',
    },
    events: { keys: ['e'], shown: ['E'], about: words.wall.events, permission: 'review' },
    health: { keys: ['h'], shown: ['H'], about: words.wall.health, permission: 'watch' },
    undo: {
      keys: ['Ctrl+z'],
      shown: [words.keys.control, 'Z'],
      about: words.wall.undo,
      permission: 'acknowledge',
    },
    fill: { keys: ['f'], shown: ['F'], about: words.wall.fill, permission: 'watch' },
    figures: { keys: ['i'], shown: ['I'], about: words.wall.figures, permission: 'watch' },
    lock: { keys: ['l'], shown: ['L'], about: words.wall.lock, permission: null },
    help: { keys: ['?', 'F1'], shown: ['?'], about: words.wall.help, permission: null },
  },
  tile: {
    snapshot: { keys: ['s'], shown: ['S'], about: words.tile.snapshot, permission: 'watch' },
    record: { keys: ['r'], shown: ['R'], about: words.tile.record, permission: 'watch' },
    lookBack: { keys: ['p'], shown: ['P'], about: words.tile.lookBack, permission: 'review' },
    zoomIn: { keys: ['+', '='], shown: ['+'], about: words.tile.zoomIn, permission: null },
    zoomOut: { keys: ['-', '_'], shown: ['−'], about: words.tile.zoomOut, permission: null },
    pan: {
      keys: ARROWS,
      shown: [words.keys.shift, '← → ↑ ↓'],
      about: words.tile.pan,
      permission: null,
    },
    zoomReset: { keys: ['0'], shown: ['0'], about: words.tile.zoomReset, permission: null },
    zoomBack: {
      keys: ['Escape'],
      shown: [words.keys.escape],
      about: words.tile.zoomBack,
      permission: null,
    },
  },
  fullscreen: {
    sound: {
      keys: ['m'],
      shown: ['M'],
      about: words.fullscreen.sound,
      permission: 'watch',
      worksInFields: true,
    },
    /** The system's own, which nobody here does. */
    window: { keys: ['F11'], shown: ['F11'], about: words.fullscreen.window, permission: null },
  },
  review: {
    play: {
      keys: [' '],
      shown: [words.keys.space],
      about: words.review.play,
      permission: 'review',
    },
    step: {
      keys: ['ArrowLeft', 'ArrowRight'],
      shown: ['←', '→'],
      about: words.review.step,
      permission: 'review',
    },
    minute: {
      keys: ['Shift+ArrowLeft', 'Shift+ArrowRight'],
      shown: [words.keys.shift, '← →'],
      about: words.review.minute,
      permission: 'review',
    },
    snapshot: { keys: ['s'], shown: ['S'], about: words.review.snapshot, permission: 'watch' },
    goTo: { keys: ['g'], shown: ['G'], about: words.review.goTo, permission: 'review' },
    live: {
      keys: ['Escape'],
      shown: [words.keys.escape],
      about: words.review.live,
      permission: null,
    },
  },
  events: {
    step: {
      keys: ['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End'],
      shown: ['↑', '↓'],
      about: words.events.step,
      permission: 'review',
    },
    goTo: {
      keys: ['Enter'],
      shown: [words.keys.enter],
      about: words.events.goTo,
      permission: 'watch',
    },
    acknowledge: {
      keys: ['a'],
      shown: ['A'],
      about: words.events.acknowledge,
      permission: 'acknowledge',
    },
    acknowledgeKind: {
      keys: ['Shift+a'],
      shown: [words.keys.shift, 'A'],
      about: words.events.acknowledgeKind,
      permission: 'acknowledge',
    },
    note: { keys: ['n'], shown: ['N'], about: words.events.note, permission: 'acknowledge' },
    replay: { keys: ['p'], shown: ['P'], about: words.events.replay, permission: 'review' },
    close: {
      keys: ['Escape'],
      shown: [words.keys.escape],
      about: words.events.close,
      permission: null,
      worksInFields: true,
    },
  },
  health: {
    step: {
      keys: ['ArrowUp', 'ArrowDown'],
      shown: ['↑', '↓'],
      about: words.health.step,
      permission: 'watch',
    },
    close: {
      keys: ['Escape'],
      shown: [words.keys.escape],
      about: words.health.close,
      permission: null,
      worksInFields: true,
    },
  },
} as const satisfies Record<string, Record<string, Command>>;

/** Where a command applies. */
export type Scope = keyof typeof COMMANDS;
/** A command of a scope. */
export type CommandId<S extends Scope> = keyof (typeof COMMANDS)[S] & string;

/** All commands, as the sheet shows them. */
export const KEY_GROUPS: readonly { title: string; commands: readonly Command[] }[] = (
  Object.keys(COMMANDS) as Scope[]
).map((scope) => ({ title: words.scopes[scope], commands: Object.values(COMMANDS[scope]) }));

/** One of a scope; ids come from `commandFor`. */
export function commandOf(scope: Scope, id: string): Command | undefined {
  return (COMMANDS as Record<Scope, Record<string, Command>>)[scope][id];
}

/** A button's tooltip: what it does, and by which key. */
export function withKey<S extends Scope>(what: string, scope: S, id: CommandId<S>): string {
  const { shown } = COMMANDS[scope][id] as Command;
  return words.withKey(what, shown);
}

/** The id of what a key means in a scope; null where it means nothing. */
export function commandFor(scope: Scope, key: string): string | null {
  const commands: Record<string, Command> = COMMANDS[scope];
  return Object.keys(commands).find((id) => commands[id]?.keys.includes(key)) ?? null;
}
