import { describe, expect, it } from 'vitest';
import { badAnswer, type IsapiError } from '../../../../src-main/app/isapi/isapi-error.ts';
import { probeFailure } from '../../../../src-main/app/isapi/probe/probe-failure.ts';

const [fingerprint, pinnedFingerprint] = ['AA', 'BB'];

describe('probeFailure', () => {
  it.each<[IsapiError, string]>([
    [{ kind: 'unreachable', reason: 'closed' }, 'port-closed'],
    [{ kind: 'unreachable', reason: 'no-route' }, 'unreachable'],
    [{ kind: 'not-supported' }, 'no-isapi'],
    [{ kind: 'timeout' }, 'timeout'],
    [{ kind: 'too-large' }, 'too-large'],
    [{ kind: 'busy' }, 'busy'],
    [{ kind: 'cancelled' }, 'cancelled'],
    [badAnswer(), 'no-isapi'],
    [{ kind: 'auth', reason: 'wrong-password', triesLeft: 4 }, 'wrong-password'],
    [{ kind: 'locked', unlockInMs: 1 }, 'locked'],
    [{ kind: 'auth', reason: 'not-activated' }, 'not-activated'],
    [{ kind: 'auth', reason: 'no-permission' }, 'no-permission'],
    [{ kind: 'auth', reason: 'forbidden' }, 'no-isapi'],
    [{ kind: 'tls', reason: 'handshake' }, 'tls'],
    [{ kind: 'tls', reason: 'unknown-certificate', fingerprint }, 'certificate-unknown'],
    [
      { kind: 'tls', reason: 'changed-certificate', fingerprint, pinnedFingerprint },
      'certificate-changed',
    ],
  ])('at the login takes $kind', (error, kind) => {
    expect(probeFailure('login', error)).toMatchObject({ step: 'login', kind });
  });

  it('calls a bad answer what it is once the device has proved to speak ISAPI', () => {
    expect(probeFailure('channels', badAnswer()).kind).toBe('bad-answer');
  });
});
