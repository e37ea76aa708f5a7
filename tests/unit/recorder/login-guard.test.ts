import { DIGEST, parseWWWAuthenticateHeader } from 'http-auth-utils';
import { beforeEach, describe, expect, it } from 'vitest';
import { LoginGuard } from '../../simulated-recorder/auth/login-guard.ts';
import { RecorderState } from '../../simulated-recorder/recorder-state.ts';

const URI = '/ISAPI/Security/userCheck?a=b';
let state: RecorderState;
let guard: LoginGuard;

beforeEach(() => {
  state = new RecorderState({
    ...{ user: 'demo', password: 'right', deviceName: 'x', channels: 1 },
    sessionLimit: 1,
  });
  guard = new LoginGuard(state);
});

function signed(options: { nonce: string; nc?: string; password?: string; uri?: string }): string {
  const { nonce, nc = '00000001', password = 'right', uri = URI } = options;
  const fields = { username: 'demo', realm: 'SIM-RECORDER', nonce, nc, uri };
  const hash = { ...fields, cnonce: 'c', qop: 'auth', algorithm: 'md5', method: 'GET', password };
  const response = DIGEST.computeHash(hash);
  return `Digest ${DIGEST.buildAuthorizationRest({ ...fields, cnonce: 'c', qop: 'auth', response })}`;
}

function check(authorization: string | undefined) {
  return guard.check({ protocol: 'http', method: 'GET', authorization, signedUri: URI });
}

function newNonce(): string {
  const challenge = guard.challenge('http', 'unauthenticated');
  return parseWWWAuthenticateHeader(challenge, [DIGEST]).data.nonce;
}

describe('LoginGuard', () => {
  it('does not hold a request without a login against the client', () => {
    expect(check(undefined)).toBe('unauthenticated');
    expect(state.counters.failedLogins).toEqual({ rtsp: 0, http: 0 });
  });

  it('lets a nonce be used again with a rising nc', () => {
    const nonce = newNonce();
    expect(check(signed({ nonce }))).toBe('accepted');
    expect(check(signed({ nonce, nc: '00000002' }))).toBe('accepted');
  });

  it('calls a replay and a forgotten nonce stale, not wrong', () => {
    const nonce = newNonce();
    check(signed({ nonce }));
    expect(check(signed({ nonce }))).toBe('stale');
    guard.forgetNonces();
    expect(check(signed({ nonce, nc: '00000002' }))).toBe('stale');
    expect(state.counters.failedLogins.http).toBe(0);
    expect(guard.challenge('http', 'stale')).toContain('stale="TRUE"');
  });

  it('counts a wrong password, Basic and a URI signed without its query', () => {
    const nonce = newNonce();
    expect(check(signed({ nonce, password: 'wrong' }))).toBe('wrong');
    expect(check(`Basic ${btoa('demo:right')}`)).toBe('wrong');
    expect(check(signed({ nonce, uri: '/ISAPI/Security/userCheck' }))).toBe('wrong');
    expect(state.counters.failedLogins).toEqual({ rtsp: 0, http: 3 });
  });

  it('asks for qop in HTTP but not in RTSP', () => {
    expect(guard.challenge('http', 'unauthenticated')).toContain('qop="auth"');
    expect(guard.challenge('rtsp', 'unauthenticated')).not.toContain('qop');
  });
});
