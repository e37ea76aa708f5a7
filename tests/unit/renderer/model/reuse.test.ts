import { describe, expect, it } from 'vitest';
import { reuseUnchanged } from '../../../../src-renderer/model/reuse.ts';

const one = { id: 1, name: 'Gate', streams: { main: 'a', sub: null } };
const two = { id: 2, name: 'Yard', streams: { main: 'b', sub: 'c' } };
const before = [one, two];

describe('reuseUnchanged', () => {
  it('is the former listing itself when nothing changed', () => {
    expect(reuseUnchanged(before, structuredClone(before))).toBe(before);
  });

  it.each([
    ['a changed entry', [one, { ...two, name: 'Roof' }]],
    ['a change further down', [one, { ...two, streams: { main: 'b', sub: null } }]],
    ['a new entry', [one, two, { ...two, id: 3 }]],
    ['a removed entry', [one]],
    ['another order', [two, one]],
  ])('tells of %s and keeps the others', (_what, after) => {
    const merged = reuseUnchanged(before, structuredClone(after));
    expect(merged).not.toBe(before);
    expect(merged).toEqual(after);
    expect(merged.find(({ id }) => id === 1)).toBe(one);
  });
});
