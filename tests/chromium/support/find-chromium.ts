import { existsSync } from 'node:fs';

const PLACES = ['/usr/bin/chromium', '/usr/bin/google-chrome', '/usr/bin/microsoft-edge'];

/** The system's own Chromium, or the one that OPUS_CHROMIUM names; undefined without one. */
export function findChromium(): string | undefined {
  const named = process.env['OPUS_CHROMIUM'] ?? '';
  return [named, ...PLACES].find((file) => file !== '' && existsSync(file));
}
