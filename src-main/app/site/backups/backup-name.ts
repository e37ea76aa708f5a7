import type { Backup } from '@contract/models/site.ts';

/** Why a backup was made. */
export type BackupReason = Backup['reason'];

/** What a backup's file name says about it. */
export type NamedBackup = Pick<Backup, 'backupId' | 'createdAtMs' | 'reason'>;

const EXTENSION = '.sqlite';
/** 20261123-025959-123-nightly.sqlite, in UTC: a name that is a time in summer is none in winter. */
const FILE_NAME =
  /^(?<id>(\d{4})(\d{2})(\d{2})-(\d{2})(\d{2})(\d{2})-(\d{3})-(?<reason>nightly|manual|before-restore))\.sqlite$/;

/** The id of a backup that is made now. */
export function backupIdFor(createdAtMs: number, reason: BackupReason): string {
  const [day = '', time = ''] = new Date(createdAtMs).toISOString().split('T');
  const clock = time.replaceAll(/[:Z]/g, '').replace('.', '-');
  return `${day.replaceAll('-', '')}-${clock}-${reason}`;
}

/** The name of a backup's file inside its folder. */
export function backupFileName(backupId: string): string {
  return `${backupId}${EXTENSION}`;
}

/** What a file of the folder is, or null when it is no backup. */
export function parseBackupName(fileName: string): NamedBackup | null {
  const match = FILE_NAME.exec(fileName);
  const { id: backupId, reason } = match?.groups ?? {};
  if (!match || backupId === undefined || reason === undefined) return null;
  const [year, month, day, hour, minute, second, ms] = match.slice(2, 9).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const createdAtMs = Date.UTC(year, month - 1, day, hour, minute, second, ms);
  return { backupId, createdAtMs, reason: reason as BackupReason };
}
