import { describe, expect, it } from 'vitest';
import {
  planRenames,
  type RenamePattern,
} from '../../../../src-renderer/features/cameras/bulk/rename-pattern.ts';

const CAMERAS = ['Gate A', 'Gate B', 'Yard'].map((name, index) => ({ id: index + 1, name }));
const number = (text: string, start = '1'): RenamePattern => ({ kind: 'number', text, start });
const replace = (find: string, replacement: string): RenamePattern => ({
  kind: 'replace',
  find,
  replacement,
});

describe('a pattern', () => {
  it.each([
    [number('Dock {n}'), ['Dock 1', 'Dock 2', 'Dock 3']],
    [number('Dock {n}', '09'), ['Dock 09', 'Dock 10', 'Dock 11']],
    [number('{n}/{n} ', '0'), ['0/0', '1/1', '2/2']],
    [replace('Gate', 'Door'), ['Door A', 'Door B', 'Yard']],
    [replace('a', '$&'), ['G$&te A', 'G$&te B', 'Y$&rd']],
    [replace(' A', ''), ['Gate', 'Gate B', 'Yard']],
    [replace('Gate ', ' '), ['A', 'B', 'Yard']],
  ])('%j makes %j', (pattern, expected) => {
    const plan = planRenames(CAMERAS, pattern);
    const names = CAMERAS.map(({ id, name }) => {
      const renaming = plan.ok ? plan.names.find((one) => one.id === id) : undefined;
      return renaming?.after ?? name;
    });
    expect(names).toEqual(expected);
  });

  it('leaves out names that stay', () => {
    expect(planRenames(CAMERAS, replace('Gate A', 'Gate B'))).toEqual({
      ok: true,
      names: [{ id: 1, before: 'Gate A', after: 'Gate B' }],
    });
  });

  it.each([
    [number('Dock'), 'text', /\{n\}/],
    [number('Dock {n}', ''), 'start', /number/],
    [number('Dock {n}', '-1'), 'start', /number/],
    [number('x'.repeat(200) + '{n}'), 'text', /200/],
    [replace('', 'x'), 'find', /Enter/],
    [replace('Roof', 'x'), 'find', /None.*“Roof”/],
    [replace('Yard', '  '), 'replacement', /without a name/],
  ])('%j is wrong at %s', (pattern, field, message) => {
    expect(planRenames(CAMERAS, pattern)).toMatchObject({
      ok: false,
      field,
      message: expect.stringMatching(message) as string,
    });
  });
});
