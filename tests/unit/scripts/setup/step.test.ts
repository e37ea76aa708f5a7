import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { runSteps } from '../../../../scripts/setup/step.mjs';

const lines: string[] = [];

beforeEach(() => {
  lines.length = 0;
  vi.spyOn(console, 'log').mockImplementation((line: string) => lines.push(line));
});

afterEach(() => vi.restoreAllMocks());

it('what is in place is said and left alone', async () => {
  const apply = vi.fn();
  await runSteps([{ title: 'go2rtc', state: () => '1.2.3', apply }]);
  expect(apply).not.toHaveBeenCalled();
  expect(lines).toEqual(['[1/1] go2rtc: 1.2.3']);
});

it('a failing step stops the rest', async () => {
  const apply = vi.fn();
  const steps = [
    { title: 'a', state: () => undefined, apply: () => Promise.reject(new Error('no network')) },
    { title: 'b', state: () => undefined, apply },
  ];
  await expect(runSteps(steps)).rejects.toThrow('no network');
  expect(apply).not.toHaveBeenCalled();
});
