import { describe, expect, it } from 'vitest';
import {
  classifyError,
  missingPicture,
} from '../../../../../src-renderer/player/connection/classify-error.ts';

/** Texts marked (seen) were received from go2rtc 1.9.14-cui.46 in front of servers that fail on purpose. */
const CASES: readonly (readonly [text: string, verdict: string])[] = [
  ['mse: streams: wrong user/pass', 'refused'], // (seen) Digest and Basic
  ['mse: streams: user/pass not provided', 'refused'], // (seen)
  ['mse: streams: unexpected status: 401 Unauthorized', 'refused'],
  ['mse: streams: codecs not matched: video:H265 => video:H264', 'unsupported'], // (seen)
  ['mse: stream not found', 'stream-unknown'], // (seen)
  ['mse: streams: dial tcp 127.0.0.1:1: connect: connection refused', 'unreachable'], // (seen)
  ['mse: streams: dial tcp: lookup nvr.invalid on 10.0.0.1:53: no such host', 'unreachable'], // (seen)
  ['mse: streams: dial tcp 10.0.0.9:554: connect: no route to host', 'unreachable'],
  [
    'mse: streams: dial tcp 10.0.0.9:554: connectex: No connection could be made because the target machine actively refused it.',
    'unreachable',
  ],
  ['mse: streams: dial tcp 10.0.0.9:554: i/o timeout', 'timeout'],
  ['mse: streams: read tcp 10.0.0.2:35792->10.0.0.9:554: i/o timeout', 'timeout'], // (seen)
  [
    'mse: streams: dial tcp 10.0.0.9:554: connectex: A connection attempt failed because the connected party did not properly respond after a period of time',
    'timeout',
  ],
  ['mse: streams: EOF', 'connection-lost'], // (seen)
  [
    'mse: streams: read tcp 10.0.0.2:1->10.0.0.9:554: read: connection reset by peer',
    'connection-lost',
  ],
  ['mse: streams: wrong response on SETUP', 'session-limit'], // (seen) 453 and 500
  ['mse: streams: wrong response on DESCRIBE', 'rejected'], // (seen) 403, 404, 453, 503
  ['mse: streams: status 404 Not Found', 'channel-missing'],
  ['mse: streams: 453 Not Enough Bandwidth', 'session-limit'],
  ['mse: streams: unknown error', 'unknown'],
  ['', 'unknown'],
];

describe('classifyError', () => {
  it.each(CASES)('%s -> %s', (text, verdict) => {
    const failure = classifyError(text);
    expect(failure.kind === 'offline' ? failure.reason : failure.kind).toBe(verdict);
  });

  it('does not take a channel or port for a status', () => {
    const text = 'mse: streams: dial rtsp://10.0.0.9:401/Streaming/Channels/401: i/o timeout';
    expect(classifyError(text)).toMatchObject({ kind: 'offline', reason: 'timeout' });
  });

  it('never hands on a login that go2rtc quotes', () => {
    const text = 'mse: streams: parse "rtsp://admin:se%cr@et@10.0.0.9:x/": invalid port';
    expect(classifyError(text).detail).toBe('parse "rtsp://10.0.0.9:x/": invalid port');
  });
});

describe('missingPicture', () => {
  it.each([
    [false, null, true, 'server-gone'],
    [true, null, true, 'timeout'],
    [true, 'avc1.640029', true, 'no-picture'],
    [true, 'avc1.640029', false, 'no-media'],
  ] as const)('open=%s codec=%s fed=%s -> %s', (isOpen, codec, isFed, reason) => {
    expect(missingPicture(isOpen, codec, isFed)).toMatchObject({ kind: 'offline', reason });
  });
});
