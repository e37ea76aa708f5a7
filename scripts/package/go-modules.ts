/** A line of the build information that Go puts into every program: `dep<TAB>module<TAB>version<TAB>hash`. */
const MODULE_LINE = /^(?:mod|dep)\t(\S+)\t(\S+)/gm;

/** The Go modules a program is linked with, as `module version`, without repeats (runtime/debug.BuildInfo, Go 1.18 and newer). */
export function goModules(program: Buffer): string[] {
  const lines = program.toString('latin1').matchAll(MODULE_LINE);
  return [...new Set([...lines].map(([, name, version]) => `${name} ${version}`))];
}
