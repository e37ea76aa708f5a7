interface Identified {
  id: number;
}

/**
 * The new listing made of the former one's objects wherever nothing changed; the former listing itself when nothing did.
 * Whoever compares by identity then draws only what is different. Entries must be plain JSON.
 */
export function reuseUnchanged<T extends Identified>(before: T[], after: readonly T[]): T[] {
  const known = new Map(before.map((entry) => [entry.id, entry]));
  const merged = after.map((entry) => {
    const former = known.get(entry.id);
    return former !== undefined && isSame(former, entry) ? former : entry;
  });
  const isUnchanged =
    merged.length === before.length && merged.every((entry, index) => entry === before[index]);
  return isUnchanged ? before : merged;
}

function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => isSame(a[key as keyof typeof a], b[key as keyof typeof b]))
  );
}
