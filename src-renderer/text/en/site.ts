import { PASSPHRASE_MIN_CHARS, type Backup } from '@contract/models/site.ts';
import { countOf } from '../counts.ts';
import { common } from './common.ts';

const reasons: Record<Backup['reason'], string> = {
  nightly: 'Nightly',
  manual: 'By hand',
  'before-restore': 'Before a restore',
};

/** Site files and backups. */
export const site = {
  title: 'Backup & transfer',
  backups: 'Backups',
  backupsAbout:
    'Made by itself every night. Passwords stay in the keychain, the admin PIN stays as it is.',
  backUp: 'Back up now',
  backingUp: 'Backing up…',
  backupMade: 'Backup made.',
  noBackups: 'There is no backup yet. The first one is made tonight.',
  reasons,
  size: (nvrs: number, cameras: number) => `${common.nvrs(nvrs)} and ${common.cameras(cameras)}`,
  today: (clock: string) => `today ${clock}`,
  yesterday: (clock: string) => `yesterday ${clock}`,
  restore: 'Restore',
  restoring: 'Restoring…',
  askRestore: 'Restore…',
  restoreOf: (when: string) => `Restore ${when}`,
  restoreQuestion: (when: string) => `Restore ${when}?`,
  restoreReplaces: (present: string, when: string) =>
    `Replaces the present list of ${present} with that of ${when}. The present state is kept as a backup.`,
  restored: (when: string) => `The list of ${when} is back.`,

  move: 'Move to another computer',
  moveAbout: 'Writes all NVRs and cameras, their order and the view into one file.',
  includePasswords: 'Include passwords',
  passphrase: 'Passphrase',
  passphraseHint: `At least ${PASSPHRASE_MIN_CHARS} characters, better a whole sentence. It cannot be recovered.`,
  repeatPassphrase: 'Repeat passphrase',
  passphrasesDiffer: 'The two passphrases differ.',
  pinHint: 'Asked once more, because the file will hold every password.',
  export: 'Export',
  exporting: 'Exporting…',
  nothingToExport: 'There is no NVR to export yet.',
  passwordsWritten: 'All NVR passwords were written into a site file.',
  savedAs: (hasPasswords: boolean) => `Saved ${hasPasswords ? 'with' : 'without'} passwords as`,
  showInFolder: 'Show in folder',

  bringIn: 'Bring in a site file',
  bringInAbout: 'Adds what is in the file after the cameras that are here. Nothing is replaced.',
  file: 'Site file',
  chooseFile: 'Choose file…',
  reading: 'Reading…',
  unreadable: 'The file could not be read. Copy it to this computer and choose it again.',
  refused: (why: string) => `Nothing was brought in:\n${why}`,
  passphraseOfFile: 'Passphrase of the file',
  opensPasswords: (count: number) =>
    `It opens the ${countOf(count, { one: '# password', other: '# passwords' })} in the file.`,
  enterPassphrase: 'Enter the passphrase.',
  withoutPasswords: 'Bring in without passwords',
  holdsNoPasswords: 'The file holds no passwords: enter each one under NVRs afterwards.',
  importing: 'Importing…',
  nothingNew: 'Nothing new to import',
  import: (fresh: number) => `Import ${common.nvrs(fresh)}`,
  found: (fresh: number, here: number) => {
    const found = `${countOf(fresh, { one: '# new NVR', other: '# new NVRs' })}.`;
    return here === 0 ? found : `${found} ${here} here already, left as it is.`;
  },
  nvrsInFile: 'NVRs in the file',
  isHere: 'Here already',
  isNew: 'New',
  /** A file has all passwords or none. */
  broughtIn: (nvrs: number, cameras: number, hasPasswords: boolean) =>
    `${common.nvrs(nvrs)} with ${common.cameras(cameras)} brought in.${hasPasswords ? '' : ' Enter the passwords under NVRs.'}`,
};
