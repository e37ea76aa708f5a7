import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { packageFolders } from '../../../../scripts/package/bundled-packages.ts';
import { goModules } from '../../../../scripts/package/go-modules.ts';
import { renderCopyright, renderNotices } from '../../../../scripts/package/licenses.ts';
import { readPackageNotice } from '../../../../scripts/package/package-notice.ts';

describe('the packages in a bundle', () => {
  it('are named by their modules, scoped, nested, virtual and with a query', () => {
    const modules = [
      '/app/src-main/index.ts',
      '/app/node_modules/zod/lib/a.js',
      '/app/node_modules/zod/lib/b.js?commonjs-proxy',
      '/app/node_modules/@scope/one/index.css',
      '/app/node_modules/conf/node_modules/env-paths/index.js',
      '\0/app/node_modules/ajv/dist/ajv.js?commonjs-module',
      '\0rolldown/runtime.js',
      '\0vite/preload-helper.js',
    ];
    expect(packageFolders(modules, '/app')).toEqual([
      '/app/node_modules/@scope/one',
      '/app/node_modules/ajv',
      '/app/node_modules/conf/node_modules/env-paths',
      '/app/node_modules/rolldown',
      '/app/node_modules/vite',
      '/app/node_modules/zod',
    ]);
  });

  it('of Windows are named as well', () => {
    expect(packageFolders(['C:\\app\\node_modules\\@a\\b\\c.js'], 'C:\\app')).toEqual([
      'C:\\app\\node_modules\\@a\\b',
    ]);
  });
});

describe("a package's notice", () => {
  let folder = '';
  const pack = (json: object) =>
    writeFileSync(path.join(folder, 'package.json'), JSON.stringify(json));
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'opus-notice-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('holds each file about its licence', () => {
    pack({ name: 'one', version: '1.0.0', license: 'Apache-2.0', homepage: 'https://one' });
    writeFileSync(path.join(folder, 'LICENSE.md'), 'the terms\n');
    writeFileSync(path.join(folder, 'NOTICE'), 'whose it is\n');
    mkdirSync(path.join(folder, 'lib'));
    const text = 'the terms\n\nwhose it is';
    const name = 'one 1.0.0';
    expect(readPackageNotice(folder)).toEqual({
      name,
      license: 'Apache-2.0',
      homepage: 'https://one',
      text,
    });
  });

  it('says at least the licence and the author', () => {
    pack({ name: 'one', version: '1.0.0', license: 'MIT', author: { name: 'Somebody' } });
    expect(readPackageNotice(folder).text).toBe('Licensed under MIT. Author: Somebody.');
  });

  it('that says nothing of a licence stops the packaging', () => {
    pack({ name: 'one', version: '1.0.0' });
    expect(() => readPackageNotice(folder)).toThrow(/cannot be shipped/);
  });
});

it("a Go program's modules are read from its build information", () => {
  const info =
    'path\tmain\nmod\texample.org/app\tv1.0.0\t\ndep\texample.org/lib/v2\tv2.1.0\th1:abc=\n';
  const program = Buffer.concat([Buffer.from([0, 255, 10]), Buffer.from(info), Buffer.from(info)]);
  expect(goModules(program)).toEqual(['example.org/app v1.0.0', 'example.org/lib/v2 v2.1.0']);
});

it('the notices are one text', () => {
  const text = renderNotices([
    { name: 'one 1', license: 'MIT', homepage: 'https://one', text: 'terms' },
  ]);
  expect(text).toContain('one 1\nMIT, https://one\n\nterms\n');
});

it("Debian's copyright file has the holder, and no empty line inside the licence", () => {
  const own =
    'MIT License\n\nCopyright (c) 2026 Somebody\n\nPermission is hereby granted, so:\n\nThe end.\n';
  expect(renderCopyright(own)).toContain(
    'Copyright: 2026 Somebody\nLicense: Expat\n Permission is hereby granted, so:\n .\n The end.\nComment:',
  );
});
