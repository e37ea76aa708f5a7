import type { JsonSyntax, MessageParameters } from '@contract/messages.ts';
import type { MessageWords } from '../../message-words.ts';

const KINDS: Record<MessageParameters['write-kind']['kind'], string> = {
  string: 'Write a text here, in quotes.',
  number: 'Write a usual number here.',
  int: 'Write a whole number of usual size here.',
  boolean: 'Write true or false here.',
  array: 'Write a list here, in [ ].',
  object: 'Write entries here, in { }.',
  null: 'Write null here.',
};

const SYNTAX: Record<JsonSyntax, string> = {
  comma: 'A comma is missing before this.',
  colon: 'A colon is missing before this.',
  value: 'A value is missing.',
  name: 'A name in quotes is missing.',
  brace: 'A closing } is missing.',
  bracket: 'A closing ] is missing.',
  end: 'The file should end here.',
  'no-comment': 'There is a comment, which JSON does not know.',
  quote: 'A closing quote is missing.',
  json: 'This is not valid JSON.',
};

const UNITS = { string: ' characters', array: ' entries' };
const unitText = (unit: keyof typeof UNITS | null) => (unit === null ? '' : UNITS[unit]);

/** What is said of site files, backups and recordings. */
export const files = {
  'write-kind': ({ kind }) => KINDS[kind],
  'write-one-of': ({ values }) => `Write one of these here: ${values}.`,
  'write-only': ({ values }) => `Only ${values} can be here.`,
  'at-most': ({ most, unit }) => `At most ${most}${unitText(unit)}.`,
  'at-least': ({ least, unit }) => `At least ${least}${unitText(unit)}.`,
  'no-shape-fits': 'This is none of what can be here.',
  'not-ours-in-form': 'This is not written the way the app writes it.',
  'unusable-here': 'This cannot be used here.',
  'foreign-name': ({ name }) => `“${name}” does not belong here.`,
  'entry-missing': 'This is missing.',
  'occurs-twice': 'This occurs in the file twice.',
  'too-many': 'Too many.',

  'file-findings': ({ findings, more }, say) => {
    const lines = findings.map(({ line, name, message }) => {
      const said = name === null ? say(message) : `“${name}”: ${say(message)}`;
      return `Line ${line}: ${said}`;
    });
    return [...lines, ...(more > 0 ? [`And ${more} more.`] : [])].join('\n');
  },
  'not-a-site-file': 'This is not a site file of Opus NVR.',
  'newer-site-file': 'This file was made by a newer version of Opus NVR. Update this one first.',
  'json-syntax': ({ expected }) => SYNTAX[expected],
  'site-file-closed': 'Choose the file again: it is not open any more.',
  'passwords-shut': 'The passwords could not be opened.',
  'passwords-missing': ({ names, more }) => {
    const listed =
      names.map((name) => `“${name}”`).join(', ') + (more > 0 ? ` and ${more} more` : '');
    return `Nothing was written: the keychain has no password for ${listed}. Enter it under NVRs, or export without passwords.`;
  },
  'password-unreadable': ({ name, reason }) =>
    `Nothing was written: the password of “${name}” could not be read. Unlock the system keychain and try again. (${reason})`,
  'backup-gone': 'This backup is not there any more.',
  'backup-damaged':
    'This backup is damaged or was made by a newer version, so nothing was changed. Choose another one.',
  'backup-not-written': ({ reason }) =>
    `The backup could not be written, so nothing was changed. Is the disk full? (${reason})`,

  'clip-lost': 'The connection to the camera was lost.',
  'clip-silent': 'No picture arrived any more.',
  'clip-quit': 'The app was closed.',
  'clip-disk': ({ folder }) => `The disk is full or cannot be written to: ${folder}.`,
  'clip-limit': ({ minutes }) =>
    `A recording ends after ${minutes} minutes. Start another one to go on.`,
  'clips-full': ({ most }) =>
    `${most} cameras are being recorded, and no more can be. Stop one of them first.`,
  'clip-runs': 'This camera is being recorded.',
  'clip-ended': 'This recording has ended already.',
  'clip-empty': ({ why }, say) => `Nothing was recorded.${why === null ? '' : ` ${say(why)}`}`,
  'camera-gone': 'This camera is not there any more.',
} satisfies Partial<MessageWords>;
