import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { isDigestValid, parseDigest } from '../../simulated-recorder/auth/digest-check.ts';

const md5 = (text: string) => createHash('md5').update(text).digest('hex');

/** Signs without http-auth-utils, so a mistake in one is not repeated by the other. */
function sign(options: { user: string; password: string; method: string; uri: string }): string {
  const { user, password, method, uri } = options;
  const response = md5(`${md5(`${user}:R:${password}`)}:N:${md5(`${method}:${uri}`)}`);
  return `Digest username="${user}", realm="R", nonce="N", uri="${uri}", response="${response}"`;
}

function check(header: string, user: string, password: string, method = 'DESCRIBE'): boolean {
  const claim = parseDigest(header);
  return claim !== undefined && isDigestValid(claim, { user, password, realm: 'R', method });
}

describe('digest without qop, as RTSP uses it', () => {
  const uri = 'rtsp://127.0.0.1:8554/Streaming/Channels/101?transportmode=unicast&x=a,b';
  const method = 'DESCRIBE';

  it.each([
    ['demo', 'secret'],
    ['demo', 'p@ss:w/rd #1%'],
    ['demo', 'comma, "quote" and \\backslash'],
    ['gärtner', 'pässwörd 你好'],
    ['domain\\user', 'x'],
    ['a, b=c', 'x'],
  ])('accepts %s with %s', (user, password) => {
    expect(check(sign({ user, password, method, uri }), user, password)).toBe(true);
  });

  it('accepts a user name with escaped quotes', () => {
    const [user, password] = ['say "hi"', 'x'];
    const header = sign({ user, password, method, uri }).replace(
      'username="say "hi""',
      'username="say \\"hi\\""',
    );
    expect(check(header, user, password)).toBe(true);
  });

  it('refuses a name that the hash was not made for', () => {
    const header = sign({ user: 'demo', password: 'secret', method, uri });
    expect(check(header.replace('username="demo"', 'username="admin"'), 'demo', 'secret')).toBe(
      false,
    );
  });

  it.each([
    ['another password', 'demo', 'wrong', method],
    ['another user', 'admin', 'secret', method],
    ['another method', 'demo', 'secret', 'PLAY'],
  ])('refuses %s', (_what, user, password, signed) => {
    expect(check(sign({ user, password, method: signed, uri }), 'demo', 'secret')).toBe(false);
  });
});

describe('digest with qop=auth, as HTTP uses it', () => {
  // The example of RFC 2617, 3.5.
  const header =
    'Digest username="Mufasa", realm="testrealm@host.com", ' +
    'nonce="dcd98b7102dd2f0e8b11d0f600bfb0c093", uri="/dir/index.html", qop=auth, nc=00000001, ' +
    'cnonce="0a4f113b", response="6629fae49393a05397450978507c4ef1", opaque="5ccc069c403ebaf9f0171e9517f40e41"';
  const expected = {
    user: 'Mufasa',
    password: 'Circle Of Life',
    realm: 'testrealm@host.com',
    method: 'GET',
  };

  it('accepts the example of the RFC', () => {
    const claim = parseDigest(header);
    expect(claim !== undefined && isDigestValid(claim, expected)).toBe(true);
  });

  it('refuses a kind of protection that it did not offer', () => {
    const secret = 'Mufasa:testrealm@host.com:Circle Of Life';
    const request = 'GET:/dir/index.html';
    const nonce = 'dcd98b7102dd2f0e8b11d0f600bfb0c093';
    const response = md5(`${md5(secret)}:${nonce}:00000001:0a4f113b:auth-int:${md5(request)}`);
    const claim = parseDigest(header.replace('qop=auth', 'qop=auth-int'));
    expect(claim !== undefined && isDigestValid({ ...claim, response }, expected)).toBe(false);
  });

  it.each(['nc=00000002', 'qop=auth-int', 'uri="/dir/"'])('refuses it with %s', (change) => {
    const [name = ''] = change.split('=');
    const claim = parseDigest(header.replace(new RegExp(`${name}=[^,]+`), change));
    expect(claim !== undefined && isDigestValid(claim, expected)).toBe(false);
  });
});

describe('parseDigest', () => {
  it.each([
    'Basic ZGVtbzpzZWNyZXQ=',
    'Digest',
    'Digest nonsense',
    'Digest username="only"',
    'Bearer x',
    '',
  ])('refuses %s', (header) => {
    expect(parseDigest(header)).toBeUndefined();
  });
});
