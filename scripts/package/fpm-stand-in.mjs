#!/usr/bin/env node
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/**
 * Takes those of fpm's arguments that electron-builder 26 uses for a deb (its FpmTarget) and makes the package with
 * dpkg-deb, for tests: stored, not compressed. An argument it does not know ends it, so that no setting is lost unseen.
 */
const VALUES = new Map([
  ['--architecture', 'Architecture'],
  ['--description', 'Description'],
  ['--version', 'Version'],
  ['--name', 'Package'],
  ['--maintainer', 'Maintainer'],
  ['--url', 'Homepage'],
  ['--category', 'Section'],
  ['--deb-priority', 'Priority'],
]);
const LISTS = new Map([
  ['-d', 'Depends'],
  ['--deb-recommends', 'Recommends'],
]);
const UNUSED = ['-s', '-t', '--vendor', '--license', '--deb-compression'];

/** @type {Map<string, string>} */
const fields = new Map();
/** @type {[string, string][]} */
const files = [];
/** @type {Map<string, string>} */
const scripts = new Map();
let artifact = '';

const args = process.argv.slice(2);
for (let name = args.shift(); name !== undefined; name = args.shift()) {
  if (name === '--force') continue;
  if (!name.startsWith('-')) {
    const [from = '', to = ''] = name.split('=');
    files.push([from, to]);
    continue;
  }
  const value = args.shift() ?? '';
  const field = VALUES.get(name);
  const list = LISTS.get(name);
  if (field) fields.set(field, value);
  else if (list) fields.set(list, [fields.get(list), value].filter(Boolean).join(', '));
  else if (name === '--package') artifact = value;
  else if (name === '--after-install') scripts.set('postinst', value);
  else if (name === '--after-remove') scripts.set('postrm', value);
  else if (!UNUSED.includes(name)) throw new Error(`unknown argument of fpm: ${name}`);
}

process.umask(0o022);
const tree = mkdtempSync(path.join(tmpdir(), 'opus-deb-'));
try {
  chmodSync(tree, 0o755);
  for (const [from, to] of files) place(from, path.join(tree, to));
  const control = path.join(tree, 'DEBIAN');
  mkdirSync(control);
  const lines = [...fields].map(([field, value]) => `${field}: ${folded(value)}`);
  writeFileSync(path.join(control, 'control'), `${lines.join('\n')}\n`);
  for (const [name, file] of scripts) {
    cpSync(file, path.join(control, name));
    chmodSync(path.join(control, name), 0o755);
  }
  execFileSync('dpkg-deb', ['--root-owner-group', '-Znone', '--build', tree, artifact], {
    stdio: 'inherit',
  });
} finally {
  rmSync(tree, { recursive: true, force: true });
}

/** A folder ending in a slash means what is in it, as for fpm.
 * @param {string} from
 * @param {string} to */
function place(from, to) {
  mkdirSync(from.endsWith('/') ? to : path.dirname(to), { recursive: true });
  cpSync(from, to, { recursive: true, verbatimSymlinks: true });
}

/** @param {string} text several lines as one field: the later ones begin with a space, empty ones are a dot
 * @returns {string} */
function folded(text) {
  const [first = '', ...rest] = text.split('\n');
  return [first, ...rest.map((line) => ` ${line.trim() || '.'}`)].join('\n');
}
