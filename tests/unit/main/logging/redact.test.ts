import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { percentEncode } from '../../../../src-main/app/domain/percent-encode.ts';
import { Redactor } from '../../../../src-main/app/logging/redact.ts';

const SECRET = `p@ss:w/rd #1% \\"it's(!)*`;

describe('credentials by their looks', () => {
  const redactor = new Redactor();

  it.each([
    ['rtsp://admin:geheim@10.0.0.1:554/x', 'rtsp://***@10.0.0.1:554/x'],
    ['rtsp://admin:p%40ss@10.0.0.1/x', 'rtsp://***@10.0.0.1/x'],
    ['rtsp://admin:ge@h:eim@10.0.0.1/x', 'rtsp://***@10.0.0.1/x'],
    ['rtsp://admin:ge/heim#1@10.0.0.1/x', 'rtsp://***@10.0.0.1/x'],
    ['rtsp://admin@10.0.0.1/x', 'rtsp://***@10.0.0.1/x'],
    ['RTSP://admin:geheim@[::1]:554/x', 'RTSP://***@[::1]:554/x'],
    ['x https://u:p@a.b "rtsp://u:p@c" y', 'x https://***@a.b "rtsp://***@c" y'],
  ])('%s', (text, expected) => {
    expect(redactor.redact(text)).toBe(expected);
  });

  it.each([
    'Authorization: Basic b3B1czp0b2tlbg==',
    'authorization=Bearer b3B1czp0b2tlbg==',
    "{ Authorization: 'Basic b3B1czp0b2tlbg==' }",
    '"authorization":"Basic b3B1czp0b2tlbg=="',
    'Authorization: Digest username="b3B1czp0b2tlbg==", response="b3B1czp0b2tlbg=="',
  ])('removes the values of %s', (text) => {
    expect(redactor.redact(`${text}\nnext line`)).not.toContain('b3B1czp0b2tlbg==');
    expect(redactor.redact(`${text}\nnext line`)).toContain('\nnext line');
  });

  it.each(['mail to guard@example.com', 'ws://127.0.0.1:1984/api/ws', 'a: b @ c', 'no secret'])(
    'leaves %j as it is',
    (text) => {
      expect(redactor.redact(text)).toBe(text);
    },
  );

  it('is not slow on a long line', () => {
    const line = 'a'.repeat(200_000);
    expect(redactor.redact(line)).toBe(line);
  });
});

describe('secrets in use', () => {
  it.each([
    ['raw', SECRET],
    ['percent-encoded', encodeURIComponent(SECRET)],
    ['as URLs have it', `rtsp://u:${percentEncode(SECRET)}@h:1`],
    ['form-encoded', new URLSearchParams({ password: SECRET }).toString()],
    [
      'inside a query',
      new URLSearchParams({
        src: `rtsp://u:${percentEncode(SECRET)}@h:1`,
      }).toString(),
    ],
    ['JSON', JSON.stringify({ password: SECRET })],
    ['printed', inspect({ password: SECRET })],
  ])('does not show it %s', (_how, text) => {
    const redactor = new Redactor();
    redactor.add(SECRET);
    const safe = redactor.redact(`before ${text} after`);
    expect(safe).toMatch(/^before .*\*\*\*.* after$/);
    for (const part of ['p@ss', 'p%40ss', 'p%2540ss', 'it%27s', "it's"]) {
      expect(safe).not.toContain(part);
    }
  });

  it('leaves nothing of a secret that begins with another one', () => {
    const redactor = new Redactor();
    redactor.add('pass');
    redactor.add('passphrase');
    expect(redactor.redact('<passphrase>')).toBe('<***>');
  });

  it('leaves words alone that are shorter than any password', () => {
    const redactor = new Redactor();
    redactor.add('');
    redactor.add('abc');
    expect(redactor.redact('abc abcd')).toBe('abc abcd');
  });

  it('forgets what is worth nothing any more', () => {
    const redactor = new Redactor();
    redactor.add('token-1');
    redactor.add('token-2');
    redactor.forget('token-1');
    redactor.forget('never known');
    expect(redactor.redact('token-1 token-2')).toBe('token-1 ***');
  });
});
