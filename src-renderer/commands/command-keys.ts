import { type Command, type CommandId, commandFor, COMMANDS, type Scope } from './commands.ts';
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
const ORDER: readonly Scope[] = ['tile', 'fullscreen', 'wall'];
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

/** The page's one listener for keys of commands; returns the function that ends it. */
export function listenForKeys(): () => void {
  document.addEventListener('keydown', onKey);
  return () => document.removeEventListener('keydown', onKey);
}

function onKey(event: KeyboardEvent): void {
  const key = keyOf(event);
  if (event.defaultPrevented || key === null || isForeignTime(event)) return;
  for (const scope of ORDER) {
    const act = actionOf(scope, key, event);
    if (act === null) continue;
    event.preventDefault();
    act();
    return;
  }
}

function actionOf(scope: Scope, key: string, event: KeyboardEvent): (() => void) | null {
  const id = commandFor(scope, key);
  if (id === null) return null;
  const { worksInFields = false } = (COMMANDS[scope] as Record<string, Command>)[id] ?? {};
  if (!worksInFields && isForeignPlace(event)) return null;
  for (const { scope: owned, runs, isMeant } of owners) {
    const act = owned === scope && isMeant() ? runs[id]?.(event) : null;
    if (act) return act;
  }
  return null;
}
