import type { Result } from '@contract/result.ts';
import type { OwnProcess } from '../../lifecycle/own-process.ts';
import type { BackupCounts, Inspection } from '../backups/inspect-backup.ts';
import type { SiteFileContent } from '../../domain/site-file.ts';

/** What can be asked, and what is answered. */
export interface ReaderAnswers {
  backup: { question: Inspection; answer: BackupCounts };
  siteFile: { question: string; answer: Result<SiteFileContent> };
}

/** A question of main to the reader, which answers each once. */
export type ReaderQuestion = {
  [K in keyof ReaderAnswers]: { kind: K; question: ReaderAnswers[K]['question'] };
}[keyof ReaderAnswers];

/** From main to the reader. After `end` it is not needed any more, and leaves by itself. */
export type ToReader = ReaderQuestion | { kind: 'end' };

/** The reader's answer; the reason is for the log. */
export type FromReader = { ok: true; answer: unknown } | { ok: false; reason: string };

/** The reader's process as main sees it. */
export type ReaderChild = OwnProcess<ToReader, FromReader>;
