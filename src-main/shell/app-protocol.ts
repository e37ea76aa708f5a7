import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { net, protocol } from 'electron';

const SCHEME = 'app';
const HOST = 'opus';

/** The page's address; everything else is foreign. */
export const APP_ORIGIN = `${SCHEME}://${HOST}`;

/** Only our own files, pictures from blobs (MediaSource) and the loopback WebSocket of go2rtc. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  // React sets style attributes (grid columns); no style sheet comes from elsewhere.
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self'",
  "img-src 'self' data:",
  'media-src blob:',
  'connect-src ws://127.0.0.1:*',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Must run before the app is ready. */
export function declareAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** Maps a request to a file below `folder`, or null for everything else. */
export function resolveAppFile(url: string, folder: string): string | null {
  const { host, pathname } = new URL(url);
  if (host !== HOST) return null;
  const file = path.join(folder, decodeURIComponent(pathname === '/' ? '/index.html' : pathname));
  return file.startsWith(folder + path.sep) ? file : null;
}

/** Serves the built renderer over app://, where file:// would give every local file the page's origin. */
export function serveApp(folder: string): void {
  protocol.handle(SCHEME, async (request) => {
    const file = resolveAppFile(request.url, folder);
    if (file === null) return new Response('Not found', { status: 404 });
    const response = await net.fetch(pathToFileURL(file).href).catch(() => null);
    if (response === null) return new Response('Not found', { status: 404 });
    const headers = new Headers(response.headers);
    headers.set('Content-Security-Policy', CONTENT_SECURITY_POLICY);
    headers.set('X-Content-Type-Options', 'nosniff');
    return new Response(response.body, { status: response.status, headers });
  });
}
