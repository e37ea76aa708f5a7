import { describe, expect, it } from 'vitest';
import type { ProbeFailure } from '@contract/models/probe.ts';
import { EMPTY_FORM } from '../../../../src-renderer/features/nvrs/add/add-nvr-reducer.ts';
import { takenApart } from '../../../../src-renderer/features/nvrs/entries/pasted-address.ts';
import { portAdvice } from '../../../../src-renderer/features/probe/failure/probe-advice.ts';
import { syncAdvice } from '../../../../src-renderer/features/sync/sync-advice.ts';

const SDK = { httpPort: 8000, isHttps: false };
const step = 'reach';
const CLOSED: ProbeFailure = { step, kind: 'port-closed' };

describe('the advice about the port', () => {
  it.each<[string, ProbeFailure]>([
    ['nothing listens there', CLOSED],
    ['the connection breaks off', { step, kind: 'unreachable', reason: 'broken' }],
    ['nothing comes', { step, kind: 'timeout' }],
    ['what comes is no HTTP', { step, kind: 'bad-answer', answer: 'broken-off' }],
    ['no ISAPI is spoken', { step, kind: 'no-isapi', answer: null }],
    ['no TLS is spoken', { step, kind: 'tls', reason: 'handshake' }],
  ])('names the web port at 8000 where %s', (_where, failure) => {
    expect(portAdvice(failure, SDK)).toMatch(/8000 .* port is usually 80\./);
    expect(portAdvice(failure, { ...SDK, isHttps: true })).toMatch(/usually 443\./);
    expect(portAdvice(failure, { ...SDK, httpPort: 80 })).toBeNull();
    expect(syncAdvice(failure, SDK).advice).toMatch(/SDK/);
  });

  it.each<ProbeFailure>([
    { step, kind: 'unreachable', reason: 'no-name' },
    { step, kind: 'unreachable', reason: 'no-route' },
    { step, kind: 'wrong-password', triesLeft: null, wasSent: true },
    { step, kind: 'certificate-unknown', fingerprint: 'AA' },
  ])('is silent at 8000 where %j has another reason', (failure) => {
    expect(portAdvice(failure, SDK)).toBeNull();
  });

  it('holds for a port that is typed behind the address', () => {
    const { httpPort, isHttps } = takenApart({ ...EMPTY_FORM.entries, host: '192.0.2.7:8000' });
    expect(portAdvice(CLOSED, { httpPort: Number(httpPort), isHttps })).not.toBeNull();
  });
});
