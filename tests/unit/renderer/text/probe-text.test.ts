import { describe, expect, it } from 'vitest';
import type { ProbeFailure, ProbeProgress } from '@contract/models/probe.ts';
import { failureText, progressText } from '../../../../src-renderer/text/probe-text.ts';

const step = 'login';
const MINUTE_MS = 60_000;

describe('failureText', () => {
  it.each<[ProbeFailure, string]>([
    [{ step, kind: 'wrong-password', triesLeft: 1, wasSent: true }, '1 try left.'],
    [{ step, kind: 'wrong-password', triesLeft: 4, wasSent: false }, '4 tries left. It was not'],
    [{ step, kind: 'locked', unlockInMs: 28 * MINUTE_MS }, 'It opens in 28 minutes.'],
    [{ step, kind: 'locked', unlockInMs: 1 }, 'It opens in 1 minute.'],
    [{ step, kind: 'locked', unlockInMs: null }, 'has locked this account.'],
    [{ step, kind: 'https-wanted', port: 8443 }, 'port 8443'],
    [{ step, kind: 'bad-answer', answer: { status: 500 } }, 'error 500'],
    [{ step, kind: 'no-isapi', answer: 'web-page' }, 'web page'],
    [{ step, kind: 'no-isapi', answer: null }, 'does not offer this'],
    [{ step, kind: 'tls', reason: 'plain-http' }, 'plain HTTP'],
    [{ step, kind: 'unreachable', reason: 'no-name' }, 'unknown'],
  ])('of %j says so', (failure, words) => {
    expect(failureText(failure)).toContain(words);
  });
});

describe('progressText', () => {
  it.each<[ProbeProgress, string]>([
    [{ step, state: 'running' }, 'Checking user name and password …'],
    [{ step: 'identity', state: 'done', model: null, firmware: 'V4' }, 'Unknown model, V4'],
    [
      { step: 'channels', state: 'done', cameras: 3, offline: 1 },
      'Cameras: 3, of which offline: 1.',
    ],
    [{ step: 'streams', state: 'skipped' }, 'The NVR does not tell which streams exist.'],
    [
      { step, state: 'failed', failure: { step, kind: 'timeout' } },
      'The NVR did not answer in time.',
    ],
  ])('of %j says %s', (progress, words) => {
    expect(progressText(progress)).toBe(words);
  });
});
