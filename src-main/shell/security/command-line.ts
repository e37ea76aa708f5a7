/** What removes a switch from this process and from those that it starts. */
export interface Switches {
  removeSwitch(name: string): void;
}

/**
 * Switches a station may need for its screen, its graphics and its keyring. A list of what is allowed, since Chromium knows some
 * 1,500 switches, among them several that open a debugging port, write request headers to a file or send loopback through a proxy.
 */
const ALLOWED = new Set([
  // Our own, and what a sandbox, a small /dev/shm or a desktop session asks for.
  ...['reset-admin-pin', 'yes', 'walls'],
  ...['no-sandbox', 'disable-dev-shm-usage', 'disable-gpu-sandbox'],
  ...['password-store', 'user-data-dir', 'class', 'lang', 'enable-wayland-ime'],
  // Screen.
  ...['ozone-platform', 'ozone-platform-hint', 'gtk-version', 'high-dpi-support'],
  ...['force-device-scale-factor', 'force-color-profile', 'force-prefers-reduced-motion'],
  // Graphics and video decoding.
  ...['disable-gpu', 'use-gl', 'use-angle', 'ignore-gpu-blocklist', 'render-node-override'],
  ...['disable-software-rasterizer', 'enable-unsafe-swiftshader', 'disable-gpu-compositing'],
  ...['disable-accelerated-video-decode', 'enable-features', 'disable-features'],
  ...['enable-zero-copy', 'enable-gpu-rasterization', 'disable-gpu-vsync'],
]);

/** Chromium also takes one dash, and a slash on Windows (base/command_line.cc); names are not case-sensitive there. */
const SWITCH = /^--?(?<name>[^=-][^=]*)/;
const WINDOWS_SWITCH = /^(?:--?|\/)(?<name>[^=-][^=]*)/;

/** The names of all switches of a command line that an installed app does not take. */
export function foreignSwitches(argv: readonly string[], platform: NodeJS.Platform): string[] {
  const isWindows = platform === 'win32';
  const names = argv
    .slice(1)
    .map((argument) => (isWindows ? WINDOWS_SWITCH : SWITCH).exec(argument)?.groups?.['name'] ?? '')
    .map((name) => (isWindows ? name.toLowerCase() : name))
    .filter((name) => name !== '' && !ALLOWED.has(name));
  return [...new Set(names)];
}

/** Takes them back before Chromium looks at them, and answers with their names. Only before the app is ready. */
export function removeForeignSwitches(
  switches: Switches,
  argv: readonly string[],
  platform = process.platform,
): string[] {
  const foreign = foreignSwitches(argv, platform);
  for (const name of foreign) switches.removeSwitch(name);
  return foreign;
}
