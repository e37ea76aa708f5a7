import { expect, it } from 'vitest';
import { ToldStates } from '../../../../src-renderer/model/told-states.ts';

const listed = [
  { id: 1, login: 'checking', name: 'Yard' },
  { id: 2, login: 'checking', name: 'Gate' },
];

it('what is told while a listing is under way is newer than what that brings', () => {
  const told = new ToldStates<{ id: number; login: string }>();
  told.beginListing();
  told.note({ id: 2, login: 'unreachable' });
  told.note({ id: 2, login: 'accepted' });
  // Added meanwhile, or removed.
  told.note({ id: 3, login: 'accepted' });
  expect(told.over(listed)).toEqual([
    { id: 1, login: 'checking', name: 'Yard' },
    { id: 2, login: 'accepted', name: 'Gate' },
  ]);
});

it('what was told before a listing began is in it, or has changed since', () => {
  const told = new ToldStates<{ id: number; login: string }>();
  told.note({ id: 1, login: 'refused' });
  told.beginListing();
  expect(told.over(listed)).toEqual(listed);
});

it('what was told of an entry counts no more once the entry itself was told', () => {
  const told = new ToldStates<{ id: number; login: string }>();
  told.note({ id: 1, login: 'refused' });
  told.note({ id: 2, login: 'accepted' });
  told.forget(1);
  expect(told.over(listed).map(({ login }) => login)).toEqual(['checking', 'accepted']);
});
