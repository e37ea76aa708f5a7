import type { BackupReason, NamedBackup } from './backup-name.ts';

/** Nobody works on the installation then, and few look at the wall. */
const NIGHTLY_HOUR = 3;
/** Two weeks to notice a loss; a copy has some hundred kilobytes. */
const KEPT: Record<BackupReason, number> = { nightly: 14, manual: 5, 'before-restore': 5 };

/** True when no nightly backup was made since it last was three o'clock, by this computer's clock: also after a night in which it was off. */
export function isNightlyDue(nowMs: number, backups: readonly NamedBackup[]): boolean {
  const sinceMs = lastNightMs(nowMs);
  return !backups.some(
    // One from the future was made by a clock that was wrong.
    ({ reason, createdAtMs }) =>
      reason === 'nightly' && createdAtMs >= sinceMs && createdAtMs <= nowMs,
  );
}

/**
 * Those that have had their time: of each reason only the newest are kept. Those from the future count as the oldest: made by a clock that
 * was wrong, they would push out all that are made by the right one, even the one that was made just now.
 */
export function surplusBackups<T extends NamedBackup>(backups: readonly T[], nowMs: number): T[] {
  const ageMs = ({ createdAtMs }: T): number =>
    createdAtMs > nowMs ? Infinity : nowMs - createdAtMs;
  const newestFirst = backups.toSorted((one, other) => compare(ageMs(one), ageMs(other)));
  const seen: Record<BackupReason, number> = { nightly: 0, manual: 0, 'before-restore': 0 };
  return newestFirst.filter(({ reason }) => {
    seen[reason] += 1;
    return seen[reason] > KEPT[reason];
  });
}

/** Two that are infinite are equal. */
function compare(one: number, other: number): number {
  return one === other ? 0 : one - other;
}

function lastNightMs(nowMs: number): number {
  const night = new Date(nowMs);
  night.setHours(NIGHTLY_HOUR, 0, 0, 0);
  if (night.getTime() > nowMs) night.setDate(night.getDate() - 1);
  return night.getTime();
}
