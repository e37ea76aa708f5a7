import { describe, expect, it } from 'vitest';
import { actionOn } from '../../../../../src-renderer/player/connection/stream-causes.ts';
import type { StreamCause } from '../../../../../src-renderer/player/player-types.ts';

const DIALLING = { isOpen: true, shownForMs: null, failedForMs: null };
const PLAYING = { isOpen: true, shownForMs: 5000, failedForMs: null };
const failed = (cause: StreamCause, status: number | null = null) =>
  ({ kind: 'failed', cause, status }) as const;

describe('news of a failure', () => {
  it.each([
    ['session-limit', 453, 'session-limit'],
    ['session-ended', 454, 'session-ended'],
    ['udp-only', 461, 'udp-only'],
    ['no-answer', null, 'timeout'],
    ['channel-missing', 404, 'channel-missing'],
  ] as const)('ends a dial with its cause: %s', (cause, status, reason) => {
    expect(actionOn(failed(cause, status), DIALLING)).toMatchObject({
      kind: 'fail',
      failure: { kind: 'offline', reason },
    });
  });

  it('is a refusal only where a login was refused', () => {
    const action = actionOn(failed('login-refused', 401), DIALLING);
    expect(action).toMatchObject({ kind: 'fail', failure: { kind: 'refused' } });
  });

  it('explains what go2rtc has just failed with, and nothing older', () => {
    const after = (failedForMs: number | null) =>
      actionOn(failed('udp-only'), { isOpen: false, shownForMs: null, failedForMs }).kind;
    expect([after(50), after(60_000), after(null)]).toEqual(['explain', 'none', 'none']);
  });

  it('has a session that was well dialled anew at once, but not one that ended with its first pictures', () => {
    const lost = (shownForMs: number) =>
      actionOn(failed('connection-lost'), { ...PLAYING, shownForMs }).kind;
    expect([lost(10_000), lost(300)]).toEqual(['redial', 'fail']);
    expect(actionOn(failed('login-refused'), PLAYING).kind).toBe('fail');
  });
});

it('takes a slow answer for what it is while there is no picture', () => {
  expect(actionOn({ kind: 'slow' }, DIALLING).kind).toBe('slow');
  expect(actionOn({ kind: 'slow' }, PLAYING).kind).toBe('none');
});

it('fails what is encrypted, whatever is shown of it', () => {
  expect(actionOn({ kind: 'encrypted' }, PLAYING)).toMatchObject({
    failure: { reason: 'encrypted' },
  });
});
