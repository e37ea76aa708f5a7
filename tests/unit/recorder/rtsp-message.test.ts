import { describe, expect, it } from 'vitest';
import { formatResponse, readInput } from '../../simulated-recorder/rtsp/rtsp-message.ts';

const DESCRIBE = 'DESCRIBE rtsp://127.0.0.1/Streaming/Channels/101 RTSP/1.0\r\nCSeq: 2\r\n\r\n';

describe('readInput', () => {
  it('reads a request and leaves what follows alone', () => {
    const input = readInput(Buffer.from(`${DESCRIBE}OPTIONS `));
    if (input.kind !== 'request') throw new Error(input.kind);
    expect(input.sizeBytes).toBe(DESCRIBE.length);
    expect(input.request.method).toBe('DESCRIBE');
    expect(input.request.url).toBe('rtsp://127.0.0.1/Streaming/Channels/101');
  });

  it('finds headers whatever their case and spacing, and keeps colons in values', () => {
    const text = 'PLAY rtsp://h/ RTSP/1.0\r\nsession:  12;x=a:b \r\nRANGE:npt=0-\r\n\r\n';
    const input = readInput(Buffer.from(text));
    if (input.kind !== 'request') throw new Error(input.kind);
    expect(input.request.headers.get('session')).toBe('12;x=a:b');
    expect(input.request.headers.get('range')).toBe('npt=0-');
  });

  it('waits for every missing byte of head and body', () => {
    const text = 'GET_PARAMETER rtsp://h/ RTSP/1.0\r\nCSeq: 1\r\nContent-Length: 4\r\n\r\nping';
    for (let size = 0; size < text.length; size += 1) {
      expect(readInput(Buffer.from(text.slice(0, size)))).toEqual({ kind: 'incomplete' });
    }
    expect(readInput(Buffer.from(text))).toMatchObject({ kind: 'request', sizeBytes: text.length });
  });

  it('steps over RTCP between requests', () => {
    const rtcp = Buffer.from([0x24, 1, 0, 3, 9, 9, 9]);
    expect(readInput(rtcp.subarray(0, 6))).toEqual({ kind: 'incomplete' });
    const input = readInput(Buffer.concat([rtcp, Buffer.from(DESCRIBE)]));
    expect(input).toEqual({ kind: 'interleaved', sizeBytes: 7 });
  });

  it.each([
    ['HTTP', 'GET / HTTP/1.1\r\n\r\n'],
    ['no URL', 'PLAY RTSP/1.0\r\n\r\n'],
    ['a header without a colon', 'PLAY rtsp://h/ RTSP/1.0\r\nnonsense\r\n\r\n'],
    ['a negative length', 'PLAY rtsp://h/ RTSP/1.0\r\nContent-Length: -1\r\n\r\n'],
    ['a huge length', 'PLAY rtsp://h/ RTSP/1.0\r\nContent-Length: 99999999\r\n\r\n'],
    ['an endless head', 'x'.repeat(20_000)],
  ])('refuses %s', (_what, text) => {
    expect(readInput(Buffer.from(text))).toEqual({ kind: 'malformed' });
  });
});

describe('formatResponse', () => {
  it('counts the body in bytes, not in characters', () => {
    const text = formatResponse({ status: 200, headers: { Public: 'PLAY' }, body: 'ü' }, '5');
    expect(text).toBe('RTSP/1.0 200 OK\r\nCSeq: 5\r\nPublic: PLAY\r\nContent-Length: 2\r\n\r\nü');
  });

  it('names the status codes a client must understand', () => {
    expect(formatResponse({ status: 453 }, '1')).toMatch(/^RTSP\/1.0 453 Not Enough Bandwidth\r\n/);
  });
});
