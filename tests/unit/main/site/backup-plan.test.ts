import { describe, expect, it } from 'vitest';
import {
  backupFileName,
  backupIdFor,
  parseBackupName,
  type BackupReason,
} from '../../../../src-main/app/site/backups/backup-name.ts';
import { isNightlyDue, surplusBackups } from '../../../../src-main/app/site/backups/backup-plan.ts';
import { backupChoiceSchema } from '../../../../src-preload/contract/models/site.ts';

/** By this computer's clock. */
const at = (day: number, hour: number, minute = 0): number =>
  new Date(2026, 5, day, hour, minute).getTime();
const made = (reason: BackupReason, createdAtMs: number) => ({
  ...{ backupId: backupIdFor(createdAtMs, reason), reason, createdAtMs },
});

describe('a backup’s name', () => {
  it.each<BackupReason>(['nightly', 'manual', 'before-restore'])(
    'says when and why (%s)',
    (reason) => {
      const createdAtMs = Date.UTC(2026, 10, 3, 4, 5, 6, 7);
      const backupId = backupIdFor(createdAtMs, reason);
      expect(backupId).toBe(`20261103-040506-007-${reason}`);
      expect(backupChoiceSchema.safeParse({ backupId }).success).toBe(true);
      expect(parseBackupName(backupFileName(backupId))).toEqual({ backupId, createdAtMs, reason });
    },
  );

  it.each([
    '',
    'x.sqlite',
    '20261103-040506-007-other.sqlite',
    '20261103-040506-007-manual.sqlite.part',
  ])('is not %j', (name) => {
    expect(parseBackupName(name)).toBeNull();
  });
});

describe('a nightly backup', () => {
  it.each([
    ['there is none', at(10, 12), [], true],
    ['it is three', at(10, 3), [made('nightly', at(9, 3))], true],
    ['it is not three yet', at(10, 2, 59), [made('nightly', at(9, 3))], false],
    ['it was made this night', at(10, 9), [made('nightly', at(10, 3, 1))], false],
    ['the night was missed', at(10, 9), [made('nightly', at(9, 10))], true],
    ['the last one is days old', at(10, 1), [made('nightly', at(6, 3))], true],
    [
      'only others are newer',
      at(10, 9),
      [made('manual', at(10, 8)), made('nightly', at(9, 3))],
      true,
    ],
    ['the last one is from the future', at(10, 9), [made('nightly', at(20, 3))], true],
  ])('when %s', (_when, now, backups, isDue) => {
    expect(isNightlyDue(now, backups)).toBe(isDue);
  });
});

describe('rotation', () => {
  it('keeps the newest of each reason, in whatever order they are listed', () => {
    const nightly = Array.from({ length: 16 }, (_, index) => made('nightly', at(index + 1, 3)));
    const manual = Array.from({ length: 7 }, (_, index) => made('manual', at(index + 1, 8)));
    const before = Array.from({ length: 5 }, (_, index) =>
      made('before-restore', at(index + 1, 9)),
    );
    const surplus = surplusBackups([...before, ...manual, ...nightly.toReversed()], at(20, 1));
    expect(new Set(surplus)).toEqual(new Set([...nightly.slice(0, 2), ...manual.slice(0, 2)]));
  });

  it('deletes nothing while there is room', () => {
    expect(surplusBackups([made('manual', at(1, 1))], at(1, 2))).toEqual([]);
  });

  it('those of a clock that was years ahead go before the one that was made just now', () => {
    const future = Array.from({ length: 5 }, (_, index) => made('manual', at(4_000 + index, 8)));
    const now = made('manual', at(10, 8));
    const surplus = surplusBackups([...future, now], at(10, 8));
    expect(surplus).toHaveLength(1);
    expect(surplus).not.toContain(now);
  });
});
