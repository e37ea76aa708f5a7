import type { SyncChange, SyncPreview } from '@contract/models/sync.ts';

/** Changes of one kind, as one part of the list. */
export interface ChangeGroup {
  kind: SyncChange['kind'];
  changes: SyncChange[];
}

const KINDS: readonly SyncChange['kind'][] = ['added', 'renamed', 'sub-stream', 'gone', 'back'];

/** The changes by what happened, without empty groups. */
export function changeGroups(changes: readonly SyncChange[]): ChangeGroup[] {
  return KINDS.map((kind) => ({
    kind,
    changes: changes.filter((change) => change.kind === kind),
  })).filter((group) => group.changes.length > 0);
}

/** Where a new camera may have been before: the channel that is gone and had its name. Null: nowhere. */
export function formerChannel(change: SyncChange, { changes }: SyncPreview): number | null {
  if (change.kind !== 'added') return null;
  const former = changes.find((each) => each.kind === 'gone' && each.name === change.name);
  return former?.channel ?? null;
}
