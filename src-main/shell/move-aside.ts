import fs from 'node:fs';

/** Gives what stands in the place of a file of the app's a name beside it, and tells which. Null: the folder takes no change. */
export function moveAside(file: string, now = new Date()): string | null {
  const target = `${file}.aside-${now.toISOString().replaceAll(/[:.]/g, '-')}`;
  try {
    fs.renameSync(file, target);
    return target;
  } catch {
    return null;
  }
}
