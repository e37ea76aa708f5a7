import type { Permission } from '@contract/permission.ts';
import { type CommandId, commandFor, commandOf, type Scope } from './commands.ts';
import { isForeignPlace, isForeignTime, keyOf } from './foreign-keys.ts';

/** What is to be done for a key now; null: nothing, and another scope may want it. */
export type Run = (event: KeyboardEvent) => (() => void) | null;

/** Somebody who does commands of a scope. */
interface Owner {
  scope: Scope;
  runs: Partial<Record<string, Run>>;
  isMeant: () => boolean;
}

/** Who is asked first. */
const ORDER: readonly Scope[] = ['events', 'health', 'review', 'tile', 'fullscreen', 'wall'];
const owners = new Set<Owner>();

/**
 * Says who does commands of a scope, until the function that it returns is called.
 * @param isMeant among several owners of a scope: whether this one's are meant now
 */
export function ownCommands<S extends Scope>(
  scope: S,
  runs: Partial<Record<CommandId<S>, Run>>,
  isMeant: () => boolean = () => true,
): () => void {
  const owner: Owner = { scope, runs, isMeant };
  owners.add(owner);
  return () => void owners.delete(owner);
}

/** Who is at the desk, as far as keys must know. */
export interface KeyUser {
  may: (permission: Permission | null) => boolean;
  /** They pressed a key of something that they may not do. */
  onRefused: () => void;
}

/** The page's one listener for keys of commands; returns the function that ends it. */
export function listenForKeys(user: KeyUser): () => void {
  const listener = (event: KeyboardEvent): void => onKey(event, user);
  document.addEventListener('keydown', listener);
  return () => document.removeEventListener('keydown', listener);
}

function onKey(event: KeyboardEvent, { may, onRefused }: KeyUser): void {
  const key = keyOf(event);
  if (event.defaultPrevented || key === null || isForeignTime(event)) return;
  for (const scope of ORDER) {
    const wanted = actionOf(scope, key, event);
    if (wanted === null) continue;
    event.preventDefault();
    if (may(wanted.permission)) wanted.act();
    else onRefused();
    return;
  }
}

interface Wanted {
  act: () => void;
  permission: Permission | null;
}

function actionOf(scope: Scope, key: string, event: KeyboardEvent): Wanted | null {
  const id = (event.shiftKey ? commandFor(scope, `Shift+${key}`) : null) ?? commandFor(scope, key);
  if (id === null) return null;
  const { worksInFields = false, permission = null } = commandOf(scope, id) ?? {};
  if (!worksInFields && isForeignPlace(event)) return null;
  for (const { scope: owned, runs, isMeant } of owners) {
    const act = owned === scope && isMeant() ? runs[id]?.(event) : null;
    if (act) return { act, permission };
  }
  return null;
}
