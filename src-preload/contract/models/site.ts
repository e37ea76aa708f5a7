import { z } from 'zod';
import { hint } from '../messages.ts';
import { pinSchema } from './admin.ts';

/** A file for 4,096 cameras has about 2 MB. */
const FILE_MAX_CHARS = 4 * 1024 * 1024;
/** Shorter ones are guessed at home within days, and the file may travel on a lost stick. */
export const PASSPHRASE_MIN_CHARS = 12;
const PASSPHRASE_MAX_CHARS = 256;
const BACKUP_ID = /^[a-z0-9-]{1,80}$/;

const newPassphrase = z
  .string()
  .min(PASSPHRASE_MIN_CHARS, hint('too-short', { least: PASSPHRASE_MIN_CHARS }))
  .max(PASSPHRASE_MAX_CHARS, hint('too-long', { most: PASSPHRASE_MAX_CHARS }));

/** Null: the file holds no passwords. With them the PIN is asked for once more: an unlocked page alone must not take them away. */
export const siteExportSchema = z
  .strictObject({ passphrase: newPassphrase.nullable(), pin: pinSchema.optional() })
  .refine(({ passphrase, pin }) => passphrase === null || pin !== undefined, {
    path: ['pin'],
    message: hint('enter-pin'),
  });

/** A site file's whole text. */
export const siteFileSchema = z.strictObject({
  text: z.string().max(FILE_MAX_CHARS, hint('file-too-large')),
});

/** Takes over what was previewed. Null: without the file's passwords. */
export const siteImportSchema = z.strictObject({
  previewId: z.uuid(),
  passphrase: z.string().min(1, hint('enter-passphrase')).max(PASSPHRASE_MAX_CHARS).nullable(),
});

/** Names one backup of the list. */
export const backupChoiceSchema = z.strictObject({ backupId: z.string().regex(BACKUP_ID) });

/** A file the app wrote where people keep theirs. `fileId` is for `file:reveal`; the path is for the eye only. */
export interface SavedFile {
  fileId: string;
  path: string;
}

/** A snapshot or recording that was saved, now or in an earlier run. */
export interface SavedMedia extends SavedFile {
  name: string;
  kind: 'picture' | 'video';
  /** Unix time in ms. */
  savedAtMs: number;
}

/** What a site file would bring; nothing has been changed yet. */
export interface SiteImportPreview {
  previewId: string;
  nvrs: {
    name: string;
    host: string;
    cameras: number;
    /** True: a recorder with this address is here already and is left as it is. */
    isHere: boolean;
  }[];
  /** How many recorders' passwords the file holds, encrypted. */
  passwords: number;
}

/** What was taken over. */
export interface SiteImported {
  nvrs: number;
  cameras: number;
  passwords: number;
}

/** One copy of the database, made by night, by hand or before a restore. */
export interface Backup {
  backupId: string;
  /** Unix time in ms. */
  createdAtMs: number;
  reason: 'nightly' | 'manual' | 'before-restore';
  nvrs: number;
  cameras: number;
}
/** The go-ahead for a preview. */
export type SiteImport = z.output<typeof siteImportSchema>;
/** What is to be written into a site file, validated. */
export type SiteExport = z.output<typeof siteExportSchema>;
