import { describe, expect, it } from 'vitest';
import { digestAuthorization } from '../../../../src-main/app/net/digest/digest-answer.ts';
import { chooseChallenge } from '../../../../src-main/app/net/digest/digest-challenge.ts';
import { DigestSession } from '../../../../src-main/app/net/digest/digest-session.ts';

/** The example of RFC 7616, section 3.9.1. */
const RFC = {
  fields:
    'realm="http-auth@example.org", nonce="7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v", ' +
    'opaque="FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS"',
  login: { username: 'Mufasa', password: 'Circle of Life' },
  request: {
    method: 'GET',
    uri: '/dir/index.html',
    body: '',
    count: 1,
    clientNonce: 'f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ',
  },
};

function answer(header: string, login = RFC.login): string {
  const challenge = chooseChallenge([header]);
  if (challenge === null) throw new Error('No challenge was found');
  return digestAuthorization(challenge, login, RFC.request);
}

describe('chooseChallenge', () => {
  it('reads what recorders send', () => {
    const header =
      'Digest qop="auth", realm="IP Camera(12345)", nonce="4f:5", stale="TRUE", opaque="", algorithm="MD5", domain="::"';
    expect(chooseChallenge([header])).toEqual({
      ...{ realm: 'IP Camera(12345)', nonce: '4f:5', opaque: '', algorithm: 'MD5' },
      ...{ spelledAlgorithm: 'MD5', qop: 'auth', isStale: true },
    });
  });

  it('takes the stronger hash, in whatever order and headers they come', () => {
    const md5 = 'Digest realm="r", nonce="1", algorithm=MD5, qop="auth,auth-int"';
    const sha = 'Digest realm="r", nonce="2", algorithm=SHA-256, qop="auth", charset=UTF-8';
    expect(chooseChallenge([md5, sha])?.nonce).toBe('2');
    expect(chooseChallenge([`${sha}, ${md5}`])?.nonce).toBe('2');
    expect(chooseChallenge([`Basic realm="r", ${md5}`])?.nonce).toBe('1');
  });

  it.each([
    ['nothing', []],
    ['Basic', ['Basic realm="x"']],
    ['an unknown hash', ['Digest realm="r", nonce="1", algorithm=SHA-512']],
    ['a demand nobody knows', ['Digest realm="r", nonce="1", qop="token"']],
    ['no nonce', ['Digest realm="r"']],
    ['garbage', ['Digest', 'Digest ,,,="', '"""', 'Digest realm="r, nonce=1']],
  ])('finds nothing to answer in %s', (_name, headers) => {
    expect(chooseChallenge(headers)).toBeNull();
  });
});

describe('digestAuthorization', () => {
  it.each([
    ['MD5', '8ca523f5e9506fed4657c9700eebdbec'],
    ['SHA-256', '753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1'],
  ])('computes the %s example of RFC 7616', (algorithm, response) => {
    const header = answer(`Digest ${RFC.fields}, algorithm=${algorithm}, qop="auth"`);
    expect(header).toContain(`response="${response}"`);
    expect(header).toContain(`algorithm=${algorithm}, qop=auth, nc=00000001, cnonce="f2/`);
  });

  it('leaves out what the device did not send', () => {
    const header = answer('Digest realm="r", nonce="n"');
    expect(header).not.toMatch(/opaque|algorithm|qop|nc=|cnonce/);
    expect(header).toContain('uri="/dir/index.html"');
  });

  it('escapes a user name and never holds the password', () => {
    const login = { username: String.raw`a"b\c`, password: 'p"w\r\nX: y' };
    const header = answer('Digest realm="r", nonce="n", qop="auth"', login);
    expect(header).toContain(String.raw`username="a\"b\\c"`);
    expect(header).not.toContain('p"w');
    expect(header).not.toContain('\n');
  });
});

describe('DigestSession', () => {
  it('signs nothing unasked, then counts up on one nonce', () => {
    const session = new DigestSession(RFC.login);
    expect(session.sign('GET', '/')).toBeNull();
    session.adopt(['Digest realm="r", nonce="n", qop="auth"']);
    const first = session.sign('GET', '/');
    const second = session.sign('GET', '/');
    expect(first).toContain('nc=00000001');
    expect(second).toContain('nc=00000002');
    expect(second).toContain('nonce="n"');
    expect(cnonceOf(first)).not.toBe(cnonceOf(second));
    session.adopt(['Digest realm="r", nonce="m", qop="auth"']);
    expect(session.sign('GET', '/')).toContain('nc=00000001');
    session.forget();
    expect(session.sign('GET', '/')).toBeNull();
  });

  it('gives a realm back byte for byte, and carries names in UTF-8', () => {
    const session = new DigestSession({ username: 'Wächter', password: 'x' });
    const realm = Buffer.from('Süd', 'utf8').toString('latin1');
    expect(session.adopt([`Digest realm="${realm}", nonce="n"`])?.realm).toBe(realm);
    const value = session.sign('GET', '/') ?? '';
    expect(Buffer.from(value, 'latin1').toString('utf8')).toContain(
      'username="Wächter", realm="Süd"',
    );
  });
});

function cnonceOf(header: string | null): string | undefined {
  return /cnonce="([^"]+)"/.exec(header ?? '')?.[1];
}
