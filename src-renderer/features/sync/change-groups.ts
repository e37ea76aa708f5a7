import type { SyncChange, SyncPreview } from '@contract/models/sync.ts';

/** Changes of one kind, as one part of the list. */
export interface ChangeGroup {
  kind: SyncChange['kind'];
  title: string;
  /** What picking them does. */
  effect: string;
  changes: SyncChange[];
}

const GROUPS: readonly Omit<ChangeGroup, 'changes'>[] = [
  { kind: 'added', title: 'New cameras', effect: 'Come to the end of the wall' },
  { kind: 'renamed', title: 'Renamed', effect: 'Take the NVR’s name' },
  { kind: 'sub-stream', title: 'Sub stream changed', effect: 'Used by small tiles' },
  { kind: 'gone', title: 'Not listed any more', effect: 'Marked, and kept until you remove them' },
  { kind: 'back', title: 'Listed again', effect: 'Lose their mark' },
];

/** The changes by what happened, without empty groups. */
export function changeGroups(changes: readonly SyncChange[]): ChangeGroup[] {
  return GROUPS.map((group) => ({
    ...group,
    changes: changes.filter(({ kind }) => kind === group.kind),
  })).filter((group) => group.changes.length > 0);
}

/** Where a new camera may have been before: the channel that is gone and had its name. Null: nowhere. */
export function formerChannel(change: SyncChange, { changes }: SyncPreview): number | null {
  if (change.kind !== 'added') return null;
  const former = changes.find((each) => each.kind === 'gone' && each.name === change.name);
  return former?.channel ?? null;
}

/** A number with its word, such as "3 cameras". */
export function countOf(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? '' : 's'}`;
}
