import { expect, it } from 'vitest';
import { WALL_IDS, wantedWalls } from '../../../../src-main/shell/windows/wall-ids.ts';

it('opens as many walls as the command line wants', () => {
  expect(wantedWalls(['opus-nvr', '.', '--walls=2'])).toEqual(['wall-1', 'wall-2']);
});

it.each(['', '--walls', '--walls=', '--walls=0', '--walls=-2', '--walls=two', '--walls=1.5'])(
  'opens one for %j',
  (argument) => expect(wantedWalls(['opus-nvr', argument])).toEqual(['wall-1']),
);

it('opens no more than there can be', () => {
  expect(wantedWalls(['opus-nvr', '--walls=99999'])).toEqual(WALL_IDS);
});
