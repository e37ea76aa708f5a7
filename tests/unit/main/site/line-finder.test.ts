import { parseTree } from 'jsonc-parser';
import { describe, expect, it } from 'vitest';
import { LineFinder } from '../../../../src-main/app/site/line-finder.ts';

const TEXT = '{\n  "a": [\n    1,\n    { "b": 2 }\n  ]\n}\n';

describe('a line', () => {
  it.each([
    [0, 1],
    [1, 1],
    [2, 2],
    [TEXT.indexOf('1'), 3],
    [TEXT.length, 7],
  ])('of the character at %i is %i', (offset, line) => {
    expect(new LineFinder(TEXT).lineAt(offset)).toBe(line);
  });

  it.each([
    [[], 1],
    [['a'], 2],
    [['a', 0], 3],
    [['a', 1, 'b'], 4],
    [['a', 1, 'missing'], 4],
    [['a', 9, 'b'], 2],
    [['missing', 3], 1],
  ])('of %j is %i', (path, line) => {
    const root = parseTree(TEXT);
    expect(root && new LineFinder(TEXT).lineOf(root, path)).toBe(line);
  });
});
