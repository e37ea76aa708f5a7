import { expect, it } from 'vitest';
import { renderTable } from '../../../../scripts/bench/table.ts';

it('sets words to the left, numbers to the right, and leaves no blanks at the end', () => {
  const rows = [
    ['warm turn', '12', ''],
    ['lag', '1234', 'x'],
  ];
  expect(renderTable(['', 'ours', 'goal'], rows).split('\n')).toEqual([
    '           ours  goal',
    '---------  ----  ----',
    'warm turn    12',
    'lag        1234     x',
  ]);
});
