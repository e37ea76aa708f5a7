import { describe, expect, it } from 'vitest';
import {
  type IsapiError,
  locked,
  notActivated,
  plainError,
  wrongPassword,
} from '../../../../src-main/app/isapi/isapi-error.ts';
import { probeFailure } from '../../../../src-main/app/isapi/probe/probe-failure.ts';

const unreachable = (reason: 'closed' | 'broken' | 'no-name' | 'no-route'): IsapiError => ({
  ...{ kind: 'unreachable', reason, message: 'x' },
});
const message = 'x';
const [fingerprint, pinnedFingerprint] = ['AA', 'BB'];

describe('probeFailure', () => {
  it.each<[IsapiError, string]>([
    [unreachable('closed'), 'port-closed'],
    [unreachable('no-route'), 'unreachable'],
    [plainError('not-supported'), 'no-isapi'],
    [plainError('timeout'), 'timeout'],
    [plainError('too-large'), 'too-large'],
    [plainError('busy'), 'busy'],
    [plainError('cancelled'), 'cancelled'],
    [plainError('bad-answer'), 'no-isapi'],
    [wrongPassword(4), 'wrong-password'],
    [locked(1), 'locked'],
    [notActivated(), 'not-activated'],
    [{ kind: 'auth', reason: 'no-permission', message }, 'no-permission'],
    [{ kind: 'tls', reason: 'handshake', message }, 'tls'],
    [{ kind: 'tls', reason: 'unknown-certificate', fingerprint, message }, 'certificate-unknown'],
    [
      { kind: 'tls', reason: 'changed-certificate', fingerprint, pinnedFingerprint, message },
      'certificate-changed',
    ],
  ])('at the login takes $kind', (error, kind) => {
    expect(probeFailure('login', error)).toMatchObject({
      ...{ step: 'login', kind, message: error.message },
    });
  });

  it('calls a bad answer what it is once the device has proved to speak ISAPI', () => {
    expect(probeFailure('channels', plainError('bad-answer')).kind).toBe('bad-answer');
  });
});
