import path from 'node:path';

const PACKAGE_FOLDER = /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/;
/** Code that the bundler itself adds. */
const BUNDLER_CODE = /^\0(rolldown|vite)\//;

/**
 * The folders of the npm packages that modules of a bundle come from, sorted. A module id is a file, perhaps with a query
 * behind it; virtual modules begin with a NUL.
 */
export function packageFolders(moduleIds: Iterable<string>, root: string): string[] {
  const folders = new Set<string>();
  for (const id of moduleIds) {
    const bundler = BUNDLER_CODE.exec(id)?.[1];
    const folder =
      bundler === undefined
        ? PACKAGE_FOLDER.exec(id.replace(/^\0/, ''))?.[0]
        : path.join(root, 'node_modules', bundler);
    if (folder !== undefined) folders.add(folder);
  }
  return [...folders].toSorted();
}
