import { SetupError } from '../scripts/setup/run.mjs';

/**
 * @typedef {object} Manifest
 * @property {string} package
 * @property {string} version
 * @property {Record<string, { sha256: string | null }>} binaries by platform-arch
 */
/** @typedef {{ platform: string, arch: string }} Target */

/** @param {Target} target
 * @returns {string} */
function keyOf({ platform, arch }) {
  return `${platform}-${arch}`;
}

/** The hash the binary must have; null when nobody has fetched and reviewed it yet.
 * @param {Manifest} manifest
 * @param {Target} target
 * @returns {string | null} */
export function pinnedHash(manifest, target) {
  const entry = manifest.binaries[keyOf(target)];
  if (entry) return entry.sha256;
  const known = Object.keys(manifest.binaries).join(', ');
  throw new SetupError(
    `There is no go2rtc package for ${keyOf(target)} (only ${known}): put a go2rtc 1.9.13 or newer somewhere and name it in OPUS_GO2RTC_BIN.`,
  );
}

/**
 * Refuses what nobody pinned: users get only binaries whose hash was reviewed.
 * @param {Manifest} manifest
 * @param {Target} target
 */
export function requirePin(manifest, target) {
  if (pinnedHash(manifest, target) !== null) return;
  const { platform, arch } = target;
  throw new SetupError(
    `go2rtc ${manifest.version} for ${keyOf(target)} has no sha256 in go2rtc-bin/manifest.json, so it is not packaged. To fetch it and write its hash there for review: node go2rtc-bin/place.mjs --platform ${platform} --arch ${arch} --pin`,
  );
}

/**
 * Refuses a binary that is not the one whose hash is known: pinned for everybody, or noted here when it was first fetched.
 * @param {Target} target
 * @param {{ sha256: string, isPinned: boolean }} known
 * @param {string} actual
 */
export function checkHash(target, known, actual) {
  if (actual === known.sha256) return;
  const wayOut = known.isPinned
    ? 'pin it anew with --pin'
    : 'delete go2rtc-bin/local-manifest.json';
  throw new SetupError(
    `The fetched go2rtc for ${keyOf(target)} has sha256 ${actual} instead of ${known.sha256}. Do not use it. If the version was changed on purpose, ${wayOut}.`,
  );
}

/** The hash that was noted here for this version; null when there is none.
 * @param {Manifest} manifest
 * @param {Manifest | undefined} local
 * @param {Target} target
 * @returns {string | null} */
export function localHash(manifest, local, target) {
  if (local?.version !== manifest.version) return null;
  return local.binaries[keyOf(target)]?.sha256 ?? null;
}

/** The local manifest with one more hash; what was noted for another version is forgotten.
 * @param {Manifest} manifest
 * @param {Manifest | undefined} local
 * @param {Target} target
 * @param {string} sha256
 * @returns {string} */
export function withLocalHash(manifest, local, target, sha256) {
  const binaries = local?.version === manifest.version ? local.binaries : {};
  return withHash({ ...manifest, binaries }, target, sha256);
}

/** The manifest's text with one hash replaced.
 * @param {Manifest} manifest
 * @param {Target} target
 * @param {string} sha256
 * @returns {string} */
export function withHash(manifest, target, sha256) {
  const binaries = { ...manifest.binaries, [keyOf(target)]: { sha256 } };
  const entries = Object.entries(binaries).map(
    ([key, entry]) => `    ${JSON.stringify(key)}: { "sha256": ${JSON.stringify(entry.sha256)} }`,
  );
  return `{\n  "package": ${JSON.stringify(manifest.package)},\n  "version": ${JSON.stringify(manifest.version)},\n  "binaries": {\n${entries.join(',\n')}\n  }\n}\n`;
}
