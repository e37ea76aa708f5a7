import type { Camera } from '@contract/models/camera.ts';
import { NAME_MAX_CHARS } from '@contract/models/recorder-entries.ts';
import { text } from '../../../text/catalogue.ts';

/** Stands for the running number. */
export const NUMBER_PLACEHOLDER = '{n}';

/** How many cameras get new names at once. */
export type RenamePattern =
  | {
      kind: 'number';
      /** With `{n}` in the place of the number. */
      text: string;
      /** The first number as typed: “01” means two digits at least. */
      start: string;
    }
  | { kind: 'replace'; find: string; replacement: string };

/** One camera's new name. */
export interface Renaming {
  id: number;
  before: string;
  after: string;
}

/** The names that would change, or what is wrong at which field. */
export type RenamePlan =
  { ok: true; names: Renaming[] } | { ok: false; field: string; message: string };

/** What a pattern makes of these cameras, in their order. Names that stay are left out. */
export function planRenames(
  cameras: readonly Pick<Camera, 'id' | 'name'>[],
  pattern: RenamePattern,
): RenamePlan {
  const refusal = refuse(cameras, pattern);
  if (refusal !== null) return refusal;
  const names = cameras
    .map(({ id, name }, index) => ({ id, before: name, after: newName(name, index, pattern) }))
    .filter(({ before, after }) => before !== after);
  const field = pattern.kind === 'number' ? 'text' : 'replacement';
  if (names.some(({ after }) => after === '')) {
    return wrong(field, text.cameras.nameless);
  }
  if (names.some(({ after }) => after.length > NAME_MAX_CHARS)) {
    return wrong(field, text.cameras.tooLong);
  }
  return { ok: true, names };
}

function refuse(
  cameras: readonly Pick<Camera, 'name'>[],
  pattern: RenamePattern,
): RenamePlan | null {
  if (pattern.kind === 'replace') {
    if (pattern.find === '') return wrong('find', text.cameras.enterFind);
    const isFound = cameras.some(({ name }) => name.includes(pattern.find));
    return isFound ? null : wrong('find', text.cameras.notFound(pattern.find));
  }
  if (!/^\d{1,6}$/.test(pattern.start)) return wrong('start', text.cameras.enterStart);
  return pattern.text.includes(NUMBER_PLACEHOLDER)
    ? null
    : wrong('text', text.cameras.enterPlaceholder(NUMBER_PLACEHOLDER));
}

function newName(name: string, index: number, pattern: RenamePattern): string {
  if (pattern.kind === 'replace') {
    return name.replaceAll(pattern.find, () => pattern.replacement).trim();
  }
  const { start } = pattern;
  const number = String(Number(start) + index).padStart(start.length, '0');
  return pattern.text.replaceAll(NUMBER_PLACEHOLDER, number).trim();
}

function wrong(field: string, message: string): RenamePlan {
  return { ok: false, field, message };
}
