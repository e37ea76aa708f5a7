import path from 'node:path';
import type { UndoLog } from '../undo/undo-log.ts';
import { BackupService } from './backups/backup-service.ts';
import { FileReader } from './reader/file-reader.ts';
import type { ReaderChild } from './reader/reader-messages.ts';
import { SiteTransfer, type SiteTransferOptions } from './site-transfer.ts';

/** What the services of the whole site work with. */
export interface SiteOptions extends Omit<SiteTransferOptions, 'reader'> {
  launchReader: () => ReaderChild;
  databaseFile: string;
  undo: UndoLog;
}

/** Builds what works on the whole site. The backups lie beside the database. */
export function createSite(options: SiteOptions): {
  transfer: SiteTransfer;
  backups: BackupService;
  reader: FileReader;
} {
  const reader = new FileReader({ launch: options.launchReader });
  const folder = path.join(path.dirname(options.databaseFile), 'backups');
  return {
    transfer: new SiteTransfer({ ...options, reader }),
    backups: new BackupService({ ...options, reader, folder }),
    reader,
  };
}
