import path from 'node:path';

/** Our page's own scheme. */
export const APP_SCHEME = 'app';
const HOST = 'opus';

/** The page's address; everything else is foreign. */
export const APP_ORIGIN = `${APP_SCHEME}://${HOST}`;

/** Maps a request to a file below `folder`, or null for everything else. */
export function resolveAppFile(url: string, folder: string): string | null {
  const { host, pathname } = new URL(url);
  const inFolder = decode(pathname === '/' ? '/index.html' : pathname);
  if (host !== HOST || inFolder === null) return null;
  const file = path.join(folder, inFolder);
  return file.startsWith(folder + path.sep) ? file : null;
}

function decode(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return null;
  }
}
