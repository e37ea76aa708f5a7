/** No parameters: the key says it all. */
type Plain = null;

/**
 * Everything that main and the contract may have to tell people: the keys of messages, with the parameters of their sentences. The page has the
 * words (`src-renderer/text`), so that they exist in one place and in each language.
 */
export interface MessageParameters {
  // Requests
  'unknown-request': Plain;
  'untrusted-page': Plain;
  'pin-wanted': Plain;
  'entries-unusable': Plain;
  internal: Plain;
  'no-answer': Plain;
  // Entries of forms and files
  'enter-number': { from: number; to: number };
  'enter-whole-number': Plain;
  'channel-from-1': Plain;
  'channel-to': { most: number };
  'channels-at-least-1': Plain;
  'channels-at-most': { most: number };
  'channel-twice': Plain;
  'port-range': Plain;
  'too-long': { most: number };
  'too-short': { least: number };
  'unknown-character': Plain;
  'unseen-character': Plain;
  'not-a-fingerprint': Plain;
  'enter-host': Plain;
  'host-only': Plain;
  'enter-nvr-name': Plain;
  'enter-camera-name': Plain;
  'choose-camera': Plain;
  'enter-nvr-user': Plain;
  'enter-user': Plain;
  'enter-password': Plain;
  'enter-password-of-user': Plain;
  'enter-user-of-password': Plain;
  'enter-rtsp-address': Plain;
  'rtsp-address-form': Plain;
  'rtsp-address-escapes': Plain;
  'streams-of-one-server': Plain;
  'enter-path': { example: string };
  'enter-channel-place': { placeholder: string };
  'pin-digits': { least: number; most: number };
  'pin-guessable': Plain;
  'enter-pin': Plain;
  'enter-passphrase': Plain;
  'file-too-large': Plain;
  'picture-too-large': Plain;
  'not-a-picture': Plain;
  'two-passwords': { placeholder: string };
  'password-not-kept': Plain;
  'address-taken': { name: string; host: string; port: number };
  'wrong-passphrase': Plain;
  // Texts that no form writes, so only files can have them wrong
  'write-kind': { kind: 'string' | 'number' | 'int' | 'boolean' | 'array' | 'object' | 'null' };
  'write-one-of': { values: string };
  'write-only': { values: string };
  'at-most': { most: number; unit: 'string' | 'array' | null };
  'at-least': { least: number; unit: 'string' | 'array' | null };
  'no-shape-fits': Plain;
  'not-ours-in-form': Plain;
  'unusable-here': Plain;
  'foreign-name': { name: string };
  'entry-missing': Plain;
  'occurs-twice': Plain;
  'too-many': Plain;
  // Site files and backups
  'file-findings': { findings: FileFinding[]; more: number };
  'not-a-site-file': Plain;
  'newer-site-file': Plain;
  'json-syntax': { expected: JsonSyntax };
  'site-file-closed': Plain;
  'passwords-shut': Plain;
  'passwords-missing': { names: string[]; more: number };
  'password-unreadable': { name: string; reason: string };
  'backup-gone': Plain;
  'backup-damaged': Plain;
  'backup-not-written': { reason: string };
  // NVRs and cameras
  'nvr-removed': Plain;
  'nvr-is-single': Plain;
  'nvr-listed': Plain;
  'nvr-address-taken': { nvr: string; twin: string };
  'nvr-without-login': Plain;
  'nvr-looked-at': Plain;
  'nvr-without-list': Plain;
  'nvr-disabled': Plain;
  'list-outdated': Plain;
  'not-an-rtsp-address': Plain;
  'camera-removed': Plain;
  'cameras-removed': { lacking: number; all: number };
  'channel-taken': { channel: number; owner: string };
  'no-sub-stream': { nvr: string };
  'single-without-channels': { nvr: string };
  'remove-under-nvrs': { name: string; others: number };
  'cannot-return-nvr': Plain;
  'cannot-return-channel': { channel: number; owner: string };
  'undo-too-late': Plain;
  // Passwords and the PIN
  'password-missing': Plain;
  'keychain-gave-nothing': { reason: string };
  'keychain-took-nothing': { reason: string };
  'wrong-pin': { triesLeft: number };
  'pin-blocked': { seconds: number };
  'pin-exists': Plain;
  'pin-missing': Plain;
  'locked-meanwhile': Plain;
  // Disk and saved files
  'disk-full': { folder: string };
  'disk-read-only': { folder: string };
  'file-not-saved': { folder: string; reason: string };
  'file-gone': Plain;
  'database-set-aside': { file: string };
  'folder-shared': { folder: string };
  // Events
  'event-gone': Plain;
  'journal-set-aside': { file: string };
  // Recordings
  'clip-lost': Plain;
  'clip-silent': Plain;
  'clip-quit': Plain;
  'clip-disk': { folder: string };
  'clip-limit': { minutes: number };
  'clips-full': { most: number };
  'clip-runs': Plain;
  'clip-ended': Plain;
  'clip-empty': { why: Message | null };
  'camera-gone': Plain;
}

/** What a JSON text lacks, or has too much. */
export type JsonSyntax =
  | 'comma'
  | 'colon'
  | 'value'
  | 'name'
  | 'brace'
  | 'bracket'
  | 'end'
  | 'no-comment'
  | 'quote'
  | 'json';

/** What is wrong with one line of a file. `name` is the entry's, where it has one. */
export interface FileFinding {
  line: number;
  name: string | null;
  message: Message;
}

/** A message's key. */
export type MessageKey = keyof MessageParameters;

type Carried<K extends MessageKey> = MessageParameters[K] extends null
  ? { key: K }
  : { key: K; parameters: MessageParameters[K] };

/** One message: its key, and the parameters of its sentence. */
export type Message = { [K in MessageKey]: Carried<K> }[MessageKey];

type Parameters<K extends MessageKey> = MessageParameters[K] extends null
  ? []
  : [parameters: MessageParameters[K]];

/** Builds a message. */
export function message<K extends MessageKey>(key: K, ...rest: Parameters<K>): Message {
  const [parameters] = rest;
  return (parameters === undefined ? { key } : { key, parameters }) as Message;
}

/** A message as Zod carries it, which knows texts only; `readHint` undoes it. */
export function hint<K extends MessageKey>(key: K, ...rest: Parameters<K>): string {
  return JSON.stringify(message(key, ...rest));
}

/** The message in a text that `hint` made. A schema without hints has words of its own, which are for nobody. */
export function readHint(text: string): Message {
  try {
    return JSON.parse(text) as Message;
  } catch {
    return message('unusable-here');
  }
}
