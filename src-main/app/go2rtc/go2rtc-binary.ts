import { createHash } from 'node:crypto';
import { constants, createReadStream, existsSync, readFileSync } from 'node:fs';
import { access } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import manifest from '../../../go2rtc-bin/manifest.json' with { type: 'json' };

/** Which go2rtc to start, and whether somebody chose it by hand. */
export interface Go2rtcBinary {
  file: string;
  /** Null: chosen by OPUS_GO2RTC_BIN, so nobody knows what its hash should be. */
  expectedSha256: string | null;
}

/** There is no go2rtc that may be started: only a person can mend that, so it is said at once. */
export class Go2rtcUnusableError extends Error {
  override readonly name = 'Go2rtcUnusableError';
}

/** What setup notes in a checkout for a platform that nobody pinned yet. Packages never have it: they take pinned binaries only. */
const localManifestSchema = z.object({
  version: z.literal(manifest.version),
  binaries: z.record(z.string(), z.object({ sha256: z.string().length(64) })),
});

/** Our own binary below `folder`, or the one OPUS_GO2RTC_BIN names. Throws Go2rtcUnusableError when this machine has none. */
export function locateGo2rtc(
  folder: string,
  override: string | undefined,
  platform: string = process.platform,
  arch: string = process.arch,
): Go2rtcBinary {
  if (override !== undefined && override !== '') return { file: override, expectedSha256: null };
  const key = `${platform}-${arch}`;
  const binaries: Record<string, { sha256: string | null }> = manifest.binaries;
  const sha256 = binaries[key]?.sha256 ?? notedHash(folder, key);
  if (sha256 === undefined) {
    throw new Go2rtcUnusableError(
      `There is no go2rtc for ${key} here. Run “npm run setup”, or set OPUS_GO2RTC_BIN to a go2rtc 1.9.13 or newer.`,
    );
  }
  const name = platform === 'win32' ? 'go2rtc.exe' : 'go2rtc';
  return { file: path.join(folder, key, name), expectedSha256: sha256 };
}

function notedHash(folder: string, key: string): string | undefined {
  const file = path.join(folder, 'local-manifest.json');
  if (!existsSync(file)) return undefined;
  try {
    const noted = localManifestSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
    return noted.binaries[key]?.sha256;
  } catch {
    return undefined; // of another version, or damaged: setup writes it anew
  }
}

/** Throws Go2rtcUnusableError when the file is missing or is not the one the manifest names. Called before each start. */
export async function verifyGo2rtc(binary: Go2rtcBinary): Promise<void> {
  await access(binary.file, constants.X_OK).catch((error: unknown) => {
    throw new Go2rtcUnusableError(
      `go2rtc is missing at ${binary.file}, or may not be executed there. Run “npm run setup”, or install the app again.`,
      { cause: error },
    );
  });
  if (binary.expectedSha256 === null) return;
  const hash = createHash('sha256');
  try {
    await pipeline(createReadStream(binary.file), hash);
  } catch (error) {
    throw new Go2rtcUnusableError(
      `go2rtc cannot be read at ${binary.file}. Run “npm run setup”, or install the app again.`,
      { cause: error },
    );
  }
  if (hash.digest('hex') !== binary.expectedSha256) {
    throw new Go2rtcUnusableError(
      `${binary.file} is not the go2rtc this app was made with. Install the app again.`,
    );
  }
}
