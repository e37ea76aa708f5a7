import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { locateGo2rtc, verifyGo2rtc } from '../../src-main/app/go2rtc/go2rtc-binary.ts';
import { readManifest } from '../../go2rtc-bin/place.mjs';
import { serveRegistry, type ServedPackage } from '../support/npm-registry.ts';
import { tempFolder } from '../support/temp-folder.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const { package: name, version } = readManifest();
const NOTICE = /NOTICE: go2rtc for win32-x64 is not pinned yet/;

/** Somebody's checkout on a machine whose platform nobody pinned: setup's own files, without what npm installs. */
async function checkout(registry: string) {
  const folder = await tempFolder();
  for (const part of ['go2rtc-bin', 'scripts/setup']) {
    await fs.mkdir(path.join(folder, part), { recursive: true });
    for (const file of await fs.readdir(path.join(ROOT, part))) {
      if (!/\.mjs$|^manifest\.json$/.test(file)) continue;
      await fs.copyFile(path.join(ROOT, part, file), path.join(folder, part, file));
    }
  }
  await fs.writeFile(path.join(folder, 'package.json'), '{"name": "checkout"}');
  const binaries = path.join(folder, 'go2rtc-bin');
  const node = async (...args: string[]) => {
    const env = {
      ...process.env,
      npm_config_registry: registry,
      npm_config_fetch_retries: '0',
      npm_config_cache: path.join(folder, 'npm-cache'),
    };
    const child = spawn(process.execPath, args, { cwd: folder, env });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => (output += text));
    }
    await once(child, 'close');
    return { exitCode: child.exitCode, output };
  };
  const place = (...args: string[]) =>
    node(path.join(binaries, 'place.mjs'), '--platform', 'win32', '--arch', 'x64', ...args);
  return { folder, binaries, node, place };
}

function platformPackage(platform: string, file: string, text: string): ServedPackage {
  const own = `${name}-${platform}`;
  const files = { 'package.json': JSON.stringify({ name: own, version }), [file]: text };
  return { name: own, version, files };
}

const WINDOWS = platformPackage('win32-x64', 'go2rtc.exe', 'a program');
const start = async (folder: string) =>
  verifyGo2rtc(locateGo2rtc(folder, undefined, 'win32', 'x64'));

describe('go2rtc of a platform that nobody pinned yet', () => {
  it('is taken as npm verified it, noted once, and checked before every start', async () => {
    const { binaries, place } = await checkout(await serveRegistry([WINDOWS]));
    await expect(start(binaries)).rejects.toThrow(/Run “npm run setup”/);

    const first = await place();
    expect(first).toMatchObject({ exitCode: 0 });
    expect(first.output).toMatch(NOTICE);
    await start(binaries);
    expect((await place()).output).not.toMatch(NOTICE);

    await fs.appendFile(path.join(binaries, 'win32-x64/go2rtc.exe'), 'x');
    await expect(start(binaries)).rejects.toThrow(/is not the go2rtc/);
    expect((await place()).exitCode).toBe(0);
    await start(binaries);
  });

  it('is refused when the registry later has another one under the same version', async () => {
    const { binaries, place } = await checkout(await serveRegistry([WINDOWS]));
    await place();
    await fs.rm(path.join(binaries, 'win32-x64'), { recursive: true });
    const noted = path.join(binaries, 'local-manifest.json');
    await fs.writeFile(
      noted,
      (await fs.readFile(noted, 'utf8')).replace(/[\da-f]{64}/, 'a'.repeat(64)),
    );
    const again = await place();
    expect(again.exitCode).toBe(1);
    expect(again.output).toContain('delete go2rtc-bin/local-manifest.json');
  });

  it('is refused when the archive is not the one the registry vouches for', async () => {
    const { binaries, place } = await checkout(
      await serveRegistry([{ ...WINDOWS, isForged: true }]),
    );
    const { exitCode, output } = await place();
    expect(exitCode).toBe(1);
    expect(output).toContain('EINTEGRITY');
    await expect(start(binaries)).rejects.toThrow(/no go2rtc for win32-x64/);
  });

  it('is not packaged before it is pinned, by the command that is named', async () => {
    const { folder, binaries, node, place } = await checkout(await serveRegistry([WINDOWS]));
    const script = path.join(folder, 'package.mjs');
    await fs.writeFile(
      script,
      `import { placeForPackage } from './go2rtc-bin/place.mjs';
       import { fail } from './scripts/setup/step.mjs';
       await placeForPackage({ platform: 'win32', arch: 'x64' }).catch(fail);`,
    );
    await place();
    const refused = await node(script);
    expect(refused.exitCode).toBe(1);
    expect(refused.output).toContain('node go2rtc-bin/place.mjs --platform win32 --arch x64 --pin');

    expect((await place('--pin')).exitCode).toBe(0);
    expect(await node(script)).toMatchObject({ exitCode: 0, output: '' });
    const written = await fs.readFile(path.join(binaries, 'manifest.json'), 'utf8');
    expect(written).toMatch(/"win32-x64": \{ "sha256": "[\da-f]{64}" \}/);
  });

  it('is what setup puts in place on such a machine', async () => {
    const exe = process.platform === 'win32' ? 'go2rtc.exe' : 'go2rtc';
    const own = platformPackage(`${process.platform}-${process.arch}`, exe, 'our program');
    const { folder, binaries, node } = await checkout(await serveRegistry([own]));
    const file = path.join(binaries, 'manifest.json');
    await fs.writeFile(file, (await fs.readFile(file, 'utf8')).replace(/"[\da-f]{64}"/, 'null'));
    const script = path.join(folder, 'setup.mjs');
    await fs.writeFile(
      script,
      `import { go2rtcBinary } from './go2rtc-bin/place.mjs';
       import { runSteps } from './scripts/setup/step.mjs';
       await runSteps([go2rtcBinary]);`,
    );
    expect((await node(script)).output).toContain('as first fetched here (not pinned yet)');
    expect((await node(script)).output).toMatch(/^\[1\/1\] go2rtc: .*as first fetched here/);
  });
});
