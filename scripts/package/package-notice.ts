import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { SetupError } from '../setup/run.mjs';

const LICENSE_FILE = /^(licen[cs]e|copying|notice)/i;

/** What has to be said about one piece of somebody else's software. */
export interface Notice {
  name: string;
  license: string;
  homepage: string;
  /** The licence itself, with whose it is. */
  text: string;
}

interface PackageJson {
  name: string;
  version: string;
  license?: string;
  homepage?: string;
  author?: string | { name: string };
}

/** Reads an npm package's own words about its licence; throws SetupError when it has none, since then it may not be shipped. */
export function readPackageNotice(folder: string): Notice {
  const { name, version, license, homepage, author } = JSON.parse(
    readFileSync(path.join(folder, 'package.json'), 'utf8'),
  ) as PackageJson;
  const files = readdirSync(folder).filter((file) => LICENSE_FILE.test(file));
  const texts = files
    .toSorted()
    .map((file) => readFileSync(path.join(folder, file), 'utf8').trim());
  if (license === undefined && texts.length === 0) {
    throw new SetupError(
      `${name} ${version} says nothing about its licence: it cannot be shipped.`,
    );
  }
  const holder = typeof author === 'string' ? author : author?.name;
  return {
    name: `${name} ${version}`,
    license: license ?? 'see below',
    homepage: homepage ?? `https://www.npmjs.com/package/${name}`,
    text: texts.join('\n\n') || `Licensed under ${license}. Author: ${holder ?? name}.`,
  };
}
