import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../..');
const { scripts } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
};
/** All scripts of ours: those that only call a tool say what that tool takes. */
const SCRIPTS = [
  ...Object.values(scripts)
    .map((command) => /^node (\S+(?: \w+)?)$/.exec(command)?.[1])
    .filter((file) => file !== undefined),
  'scripts/with-desktop.ts',
  'go2rtc-bin/place.mjs',
  'tests/simulated-recorder/cli.ts',
  'tests/simulated-recorder/make-clips.ts',
];

function run(
  command: string,
  argument: string,
): Promise<{ code: unknown; out: string; err: string }> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [...command.split(' '), argument],
      { cwd: ROOT },
      (error, out, err) => resolve({ code: error?.code ?? 0, out, err }),
    );
  });
}

describe.concurrent.each(SCRIPTS)('%s', (file) => {
  it('says with --help what it takes', async () => {
    const { code, out } = await run(file, '--help');
    expect(out).toMatch(/^usage: /);
    expect(code).toBe(0);
  });

  it('says so as well when it does not know an option', async () => {
    const { code, out, err } = await run(file, '--no-such-option');
    expect(err).toMatch(/'--no-such-option'[^]*\nusage: /);
    expect(err).not.toMatch(/^ +at /m);
    expect(out).toBe('');
    expect(code).toBe(2);
  });
});
