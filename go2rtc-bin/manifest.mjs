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
 * Refuses a binary that nobody pinned or that is not the pinned one.
 * @param {Manifest} manifest
 * @param {Target} target
 * @param {string | undefined} actual nothing, when only the pin itself is asked for
 */
export function checkHash(manifest, target, actual) {
  const pinned = pinnedHash(manifest, target);
  if (pinned === null) {
    const { platform, arch } = target;
    throw new SetupError(
      `go2rtc ${manifest.version} for ${keyOf(target)} has no sha256 in go2rtc-bin/manifest.json, so it is not used. To fetch it once and write its hash there for review: node go2rtc-bin/place.mjs --platform ${platform} --arch ${arch} --pin`,
    );
  }
  if (actual !== undefined && actual !== pinned) {
    throw new SetupError(
      `The fetched go2rtc for ${keyOf(target)} has sha256 ${actual} instead of ${pinned}. Do not use it. If the version was changed on purpose, pin it anew with --pin.`,
    );
  }
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
