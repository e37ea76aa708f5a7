import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NvrLogin } from '@contract/models/nvr-login.ts';
import type { RecorderState } from '@contract/models/nvr.ts';
import type { Message } from '../../../../src-main/app/events/conditions/condition.ts';
import { LostRecorders } from '../../../../src-main/app/events/lost-recorders.ts';

const ACCEPTED: NvrLogin = { state: 'accepted' };
const UNREACHABLE: NvrLogin = { state: 'unreachable' };
const CHECKING: NvrLogin = { state: 'checking' };
const REFUSED: NvrLogin = { state: 'refused', door: 'web', triesLeft: 3 };
const SINCE_MS = 1_000;
const NOW_MS = 9_000;

function watched() {
  const told: Message[] = [];
  const health = new LostRecorders({ tell: (message) => told.push(message), now: () => NOW_MS });
  const note = (login: NvrLogin, changes: Partial<RecorderState> = {}): void =>
    health.note({ id: 1, login, sinceMs: null, isAnswering: true, ...changes });
  return { health, told, note, states: () => told.map(({ state }) => state) };
}

describe('a recorder', () => {
  it('that cannot be reached is lost since its first failure, until somebody answers', () => {
    const { told, note } = watched();
    note(UNREACHABLE, { sinceMs: SINCE_MS });
    note(CHECKING, { sinceMs: SINCE_MS });
    note(UNREACHABLE, { sinceMs: SINCE_MS });
    note(CHECKING, { sinceMs: SINCE_MS });
    note(ACCEPTED);
    expect(told).toMatchObject([
      { nvrId: 1, type: 'recorder-lost', state: 'active', atMs: SINCE_MS, isLasting: true },
      { nvrId: 1, type: 'recorder-lost', state: 'inactive', atMs: NOW_MS },
    ]);
  });

  it('that stops answering is lost although its login was accepted', () => {
    const { note, states } = watched();
    note(ACCEPTED);
    note(ACCEPTED, { isAnswering: false });
    note(ACCEPTED);
    expect(states()).toEqual(['inactive', 'active', 'inactive']);
  });

  it('that refuses the login is there', () => {
    const { note, states } = watched();
    note(UNREACHABLE);
    note(REFUSED);
    expect(states()).toEqual(['active', 'inactive']);
  });

  it('that is being checked is neither lost nor back', () => {
    const { note, told } = watched();
    note(CHECKING, { isAnswering: false, sinceMs: SINCE_MS });
    expect(told).toEqual([]);
  });

  it('that is there at the first look ends what an earlier run of the app left open', () => {
    const { note, states } = watched();
    note(ACCEPTED);
    note(ACCEPTED);
    expect(states()).toEqual(['inactive']);
  });

  it('that is looked after again is told anew', () => {
    const { health, note, states } = watched();
    note(UNREACHABLE);
    health.forgetAllBut(new Set([2]));
    note(UNREACHABLE);
    health.forgetAllBut(new Set([1]));
    note(UNREACHABLE);
    expect(states()).toEqual(['active', 'active']);
  });
});

it('whatever happens in whatever order, each recorder is told of in turns, and the last word is true', () => {
  const logins = fc.constantFrom(ACCEPTED, UNREACHABLE, CHECKING, REFUSED);
  const note = fc.record({ id: fc.integer({ min: 1, max: 3 }), login: logins, up: fc.boolean() });
  fc.assert(
    fc.property(fc.array(note), (notes) => {
      const last = new Map<number, string>();
      const wanted = new Map<number, string>();
      const health = new LostRecorders({
        tell: ({ nvrId, state }) => {
          expect(last.get(nvrId)).not.toBe(state);
          last.set(nvrId, state);
        },
      });
      for (const { id, login, up } of notes) {
        health.note({ id, login, isAnswering: up, sinceMs: null });
        const isLost = login === UNREACHABLE || (login === ACCEPTED && !up);
        if (login !== CHECKING) wanted.set(id, isLost ? 'active' : 'inactive');
      }
      expect(last).toEqual(wanted);
    }),
  );
});
