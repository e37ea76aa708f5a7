import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digestAuthorization } from '../../../src-main/app/net/digest/digest-answer.ts';
import { chooseChallenge } from '../../../src-main/app/net/digest/digest-challenge.ts';
import { isDigestValid, parseDigest } from '../../simulated-recorder/auth/digest-check.ts';

/** What may stand between quotes as it is. */
const word = fc.stringMatching(/^[ !#-[\]-~]{0,24}$/);
const nonce = fc.stringMatching(/^[A-Za-z0-9+/:=-]{1,48}$/);
const text = fc.string({ unit: 'binary', maxLength: 24 });

describe('Digest', () => {
  it('finds a challenge among others, whatever its realm and however the header is broken up', () => {
    const other = fc.constantFrom('Basic realm="a, digest b"', 'Negotiate', 'Bearer realm="x"');
    fc.assert(
      fc.property(word, nonce, word, fc.array(other), fc.boolean(), (...given) => {
        const [realm, once, opaque, others, isOneHeader] = given;
        const ours = `Digest realm="${realm}", nonce="${once}", opaque="${opaque}", qop="auth"`;
        const all = [...others, ours];
        const headers = isOneHeader ? [all.join(', ')] : all;
        expect(chooseChallenge(headers)).toMatchObject({ realm, nonce: once, opaque, qop: 'auth' });
      }),
    );
  });

  it('is accepted by whoever checks it, for any login', () => {
    const user = fc.stringMatching(/^[ !#-[\]-~]{1,24}$/);
    fc.assert(
      fc.property(user, text, word, nonce, fc.boolean(), (...given) => {
        const [username, password, realm, once, hasQop] = given;
        const header = `Digest realm="${realm}", nonce="${once}"${hasQop ? ', qop="auth"' : ''}`;
        const challenge = chooseChallenge([header]);
        if (challenge === null) throw new Error('no challenge');
        const request = { method: 'GET', uri: '/a?b=c', body: '', count: 7, clientNonce: 'c' };
        const answer = digestAuthorization(challenge, { username, password }, request);
        const claim = parseDigest(answer);
        if (claim === undefined) throw new Error(`unreadable: ${answer}`);
        expect(isDigestValid(claim, { user: username, password, realm, method: 'GET' })).toBe(true);
        const wrong = { user: username, password: `${password}x`, realm, method: 'GET' };
        expect(isDigestValid(claim, wrong)).toBe(false);
      }),
    );
  });

  it('makes nothing of what is no challenge, and never throws', () => {
    fc.assert(
      fc.property(fc.array(text), (headers) => {
        const found = chooseChallenge(headers);
        if (found !== null) expect(headers.join()).toMatch(/digest/i);
      }),
    );
  });
});
