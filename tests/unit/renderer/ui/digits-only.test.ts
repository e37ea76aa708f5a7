import { expect, it } from 'vitest';
import { onlyDigits } from '../../../../src-renderer/ui/form/digits-only.ts';

it.each([
  ['12 34-56', '123456'],
  ['abc', ''],
  ['٣', ''],
])('takes %j as %j', (typed, digits) => {
  expect(onlyDigits(typed)).toBe(digits);
});
