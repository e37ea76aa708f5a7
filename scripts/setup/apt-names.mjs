/**
 * What the app, its build and its tests need from Debian or Ubuntu. A list in a list is one package under several names:
 * newer releases renamed libraries with 64-bit time to `…t64`.
 * @type {readonly (string | readonly string[])[]}
 */
export const WANTED = [
  // keytar is compiled where its prebuilt module cannot be downloaded
  'libsecret-1-dev',
  'pkg-config',
  'python3',
  'make',
  'g++',
  // a private desktop for tests and for the demo without a display
  'xvfb',
  'dbus',
  'dbus-x11',
  'gnome-keyring',
  'fonts-dejavu-core',
  'util-linux',
  // test clips
  'ffmpeg',
  // Electron
  t64('libgtk-3-0'),
  t64('libasound2'),
  t64('libatk1.0-0'),
  t64('libatk-bridge2.0-0'),
  t64('libatspi2.0-0'),
  t64('libcups2'),
  'libdrm2',
  'libgbm1',
  'libnotify4',
  'libnss3',
  'libsecret-1-0',
  'libx11-xcb1',
  'libxcomposite1',
  'libxdamage1',
  'libxfixes3',
  'libxkbcommon0',
  'libxrandr2',
  'libxss1',
  'libxtst6',
  'xdg-utils',
];

/** @param {string} name
 * @returns {readonly string[]} */
function t64(name) {
  return [`${name}t64`, name];
}

/** Every name a package may have.
 * @param {string | readonly string[]} wanted
 * @returns {readonly string[]} */
export function namesOf(wanted) {
  return typeof wanted === 'string' ? [wanted] : wanted;
}

/**
 * The packages none of whose names is installed.
 * @param {readonly (string | readonly string[])[]} wanted
 * @param {ReadonlySet<string>} installed
 */
export function missingOf(wanted, installed) {
  return wanted.filter((entry) => !namesOf(entry).some((name) => installed.has(name)));
}

/**
 * The name this release knows a package by; an unknown package keeps its usual name, for apt to complain about.
 * @param {string | readonly string[]} wanted
 * @param {ReadonlySet<string>} known
 * @returns {string}
 */
export function pickName(wanted, known) {
  const names = namesOf(wanted);
  return names.find((name) => known.has(name)) ?? names.at(-1) ?? '';
}

/** Reads `dpkg-query -W -f '${Package} ${db:Status-Abbrev}\n'`.
 * @param {string} output
 * @returns {Set<string>} the names that are installed and configured */
export function parseInstalled(output) {
  const lines = output.split('\n').map((line) => line.trim().split(/\s+/));
  return new Set(lines.filter(([, status]) => status === 'ii').map(([name]) => name ?? ''));
}

/** Reads `apt-cache policy …`: a name that is only virtual, or only remembered, has no candidate.
 * @param {string} output
 * @returns {Set<string>} the names that can be installed */
export function parseKnown(output) {
  /** @type {Set<string>} */
  const known = new Set();
  let name = '';
  for (const line of output.split('\n')) {
    const heading = /^(\S+):$/.exec(line);
    if (heading) name = heading[1] ?? '';
    const candidate = /^\s+Candidate: (.+)$/.exec(line);
    if (candidate && candidate[1] !== '(none)') known.add(name);
  }
  return known;
}
