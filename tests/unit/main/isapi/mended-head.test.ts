import { once } from 'node:events';
import net from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { mendHead, withMendedHead } from '../../../../src-main/app/isapi/http/mended-head.ts';

/** What a device sends, in the pieces in which it sends it, as the parser gets it. */
async function heard(pieces: readonly string[]): Promise<string> {
  const server = net.createServer((socket) => {
    for (const piece of pieces) socket.write(piece, 'latin1');
    socket.end();
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const socket = net.connect((server.address() as net.AddressInfo).port, '127.0.0.1');
  const whole = await text(withMendedHead(socket).end());
  server.close();
  return whole;
}

const OK = 'HTTP/1.1 200 OK';

it.each([
  ['what is well', 'Server: a\r\nContent-Length: 5', 'Server: a\r\nContent-Length: 5'],
  ['values with colons', 'Location: http://a:8/b', 'Location: http://a:8/b'],
  ['each of several challenges', 'A: Basic\r\nA: Digest', 'A: Basic\r\nA: Digest'],
  ['a folded value', 'A: b,\r\n\tc\n d', 'A: b, c d'],
  ['a bare CR in a value', 'A: b\rc', 'A: b c'],
  ['a bare CR between headers', 'A: b\rC-D : e', 'A: b\r\nC-D: e'],
  ['no header without a name', ': x\r\nwords\r\nA b: c\r\n\xe9: d\r\nE: f', 'E: f'],
  ['a length that is told twice', 'Content-Length: 5\nCONTENT-LENGTH: 5', 'Content-Length: 5'],
  ['no length that is uncertain', 'Content-Length: 5, 6\r\nA: b', 'A: b'],
  ['no length that is none', 'Content-Length: -1\r\nA: b', 'A: b'],
])('keeps %s', (_what, fields, expected) => {
  expect(mendHead(`${OK}\r\n${fields}`)).toBe(`${OK}\r\n${expected}`);
});

it('leaves bodies, and what is no HTTP, byte for byte as they are', async () => {
  const body = 'x : y\r\r\n\xff\0\n\n';
  expect(await heard([`${OK}\r\nA : b\r\n\r\n${body}`])).toBe(
    `${OK}\r\nA: b\r\n\r\n${Buffer.from(body, 'latin1').toString()}`,
  );
  for (const foreign of ['RTSP/1.0 400 : x\n\n', '\0\x01 : \n\n', 'HT']) {
    expect(await heard([foreign])).toBe(foreign);
  }
});

it('mends the head behind an interim answer, in whatever pieces they come', async () => {
  const sent = `HTTP/1.1 100 Continue\n\n${OK}\nA : b\r\n\r\nC : d`;
  const mended = `HTTP/1.1 100 Continue\r\n\r\n${OK}\r\nA: b\r\n\r\nC : d`;
  expect(await heard([sent])).toBe(mended);
  expect(await heard(Array.from(sent, (sign) => sign))).toBe(mended);
});
