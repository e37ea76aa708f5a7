import { expect, it } from 'vitest';
import { run } from '../../../../scripts/setup/run.mjs';

const node = (script: string, options = {}) => run(process.execPath, ['-e', script], options);

it('keeps the output of both streams without the noise', async () => {
  const result = await node(`console.log('one'); console.error('npm warn EBADENGINE x');`, {
    noise: /EBADENGINE/,
  });
  expect(result).toMatchObject({ code: 0, output: 'one', lastLine: 'one' });
});

it('keeps only the end of a long output', async () => {
  const result = await node(`for (let i = 0; i < 100; i++) console.log(i)`, { keptLines: 2 });
  expect(result.output).toBe('98\n99');
});

it('tells how it ended', async () => {
  expect((await node('process.exit(3)')).code).toBe(3);
  const missing = await run('opus-no-such-command', []);
  expect(missing.code).toBe(127);
  expect(missing.output).toContain('ENOENT');
});

it('ends what takes too long', async () => {
  const result = await node('setTimeout(() => {}, 60_000)', { timeoutMs: 100 });
  expect(result.timedOut).toBe(true);
  expect(result.code).not.toBe(0);
});
