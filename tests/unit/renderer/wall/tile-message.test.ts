import { describe, expect, it } from 'vitest';
import {
  fallbackText,
  loginMessage,
  playbackMessage,
  tileMessage,
} from '../../../../src-renderer/features/wall/tile/tile-message.ts';
import type { PlayerState } from '../../../../src-renderer/player/player-types.ts';

const NOW_MS = 10_000_000;
const AVAILABLE = { state: 'available' } as const;
const offline = (lastFrameAtMs: number | null): PlayerState => ({
  kind: 'offline',
  reason: 'unreachable',
  detail: 'dial tcp: connection refused',
  retryAtMs: null,
  lastFrameAtMs,
});

describe('what a tile says', () => {
  it('says nothing over a live picture', () => {
    expect(tileMessage({ kind: 'live' })).toBeNull();
  });

  it('calls a picture that is not renewed frozen', () => {
    const message = tileMessage({ kind: 'stale', lastFrameAtMs: NOW_MS - 12_400 });
    expect(message).toMatchObject({ tone: 'problem', title: 'Frozen' });
  });

  it('tells a picture that keeps arriving without changing from one that stopped', () => {
    const message = tileMessage({ kind: 'still', sinceMs: NOW_MS - 12_000 });
    expect(message).toMatchObject({ tone: 'problem', title: 'Picture stands still' });
  });

  it('never calls an old picture merely "connecting"', () => {
    const connecting: PlayerState = {
      kind: 'connecting',
      sinceMs: NOW_MS,
      attempt: 1,
      after: null,
      lastFrameAtMs: NOW_MS - 4_000,
    };
    expect(tileMessage(connecting)).toMatchObject({ tone: 'problem', title: 'Frozen' });
    expect(tileMessage({ ...connecting, lastFrameAtMs: null })?.tone).toBe('calm');
  });

  it('stays with its words while a recorder that is gone is asked again and again', () => {
    for (const lastFrameAtMs of [null, NOW_MS - 31_000]) {
      const gone = offline(lastFrameAtMs);
      const again: PlayerState = {
        ...{ kind: 'connecting', sinceMs: NOW_MS, attempt: 3, after: 'unreachable' },
        lastFrameAtMs,
      };
      expect(tileMessage(again)).toEqual(tileMessage(gone));
    }
  });

  it('says offline, and what to check', () => {
    expect(tileMessage(offline(null))?.title).toBe('Offline');
    expect(tileMessage(offline(NOW_MS - 9_000))?.title).toBe('Offline');
    expect(tileMessage(offline(null))?.hint).toMatch(/power, network and ports/);
  });

  it('names the codec that is missing and the setting to change', () => {
    const detail = 'codecs not matched: video:H265 => video:H264';
    const message = tileMessage({ kind: 'unsupported', detail });
    expect(message?.title).toBe('H.265 not supported here');
    expect(message?.hint).toContain('H.264');
    expect(fallbackText('main', detail)).toBe('Main: H.265 not supported here, showing sub');
    expect(fallbackText('sub', 'hvc1.2.4.L120.B0')).toBe(
      'Sub: H.265 not supported here, showing main',
    );
    expect(fallbackText('main', '')).toBe('Main: format not supported here, showing sub');
    expect(fallbackText('main', null)).toBeNull();
  });

  it('does not call a recorder offline that is connected and has sent no keyframe yet', () => {
    const message = tileMessage({
      ...{ kind: 'connecting', sinceMs: NOW_MS, attempt: 1, after: 'no-picture' },
      lastFrameAtMs: null,
    });
    expect(message?.title).toBe('Waiting for a picture');
  });

  it('calls an old picture frozen while a new one is waited for', () => {
    const since = { sinceMs: NOW_MS, attempt: 1, lastFrameAtMs: NOW_MS - 40_000 };
    for (const [after, words] of [
      ['no-picture', 'no keyframe'],
      ['first-picture', 'waiting for the first picture'],
      ['no-media', 'sends nothing'],
    ] as const) {
      const message = tileMessage({ kind: 'connecting', after, ...since });
      expect(message).toMatchObject({ icon: 'frozen', title: 'Frozen' });
      expect(message?.hint).toContain(words);
    }
  });

  it('never shows the technical detail, which may hold an address', () => {
    const everything = JSON.stringify([
      tileMessage(offline(null)),
      tileMessage({ kind: 'refused', detail: 'SECRET' }),
      tileMessage({ kind: 'unsupported', detail: 'SECRET' }),
    ]);
    expect(everything).not.toMatch(/SECRET|dial tcp/);
  });
});

describe('what a tile says while its recorder may not be asked', () => {
  it('names a changed certificate and where to look at it', () => {
    const login = {
      state: 'certificate-changed',
      fingerprint: 'B',
      pinnedFingerprint: 'A',
    } as const;
    const message = loginMessage(login, AVAILABLE, NOW_MS);
    expect(message).toMatchObject({ tone: 'problem', title: 'Certificate changed' });
    expect(message?.hint).toContain('Manage');
  });

  it('is nothing once the login is accepted', () => {
    expect(loginMessage({ state: 'accepted' }, AVAILABLE, NOW_MS)).toBeNull();
  });

  it.each([
    [28 * 60_000, '28 min left'],
    [27 * 60_000 + 1, '28 min left'],
    [10, '1 min left'],
    [-5_000, '1 min left'],
  ])('counts a lock with %i ms to go as %s: trying early would begin it anew', (restMs, text) => {
    const message = loginMessage({ state: 'locked', untilMs: NOW_MS + restMs }, AVAILABLE, NOW_MS);
    expect(message).toMatchObject({ tone: 'problem', title: 'Account locked' });
    expect(message?.hint).toContain(text);
  });

  it('waits for a keychain that is locked, instead of pretending to connect', () => {
    const locked = { state: 'unavailable', reason: 'locked' } as const;
    const message = loginMessage({ state: 'checking' }, locked, NOW_MS);
    expect(message).toMatchObject({ tone: 'problem', title: 'Keychain locked' });
    expect(loginMessage({ state: 'checking' }, AVAILABLE, NOW_MS)?.tone).toBe('calm');
    expect(loginMessage({ state: 'accepted' }, locked, NOW_MS)).toBeNull();
  });

  it.each([
    [{ state: 'refused', door: 'web', triesLeft: 3 }, 'Login refused'],
    [{ state: 'refused', door: 'rtsp', triesLeft: null }, 'Login refused'],
    [{ state: 'unreachable' }, 'Offline'],
    [{ state: 'no-password', reason: 'missing' }, 'Password missing'],
  ] as const)('%j is a problem called "%s"', (login, title) => {
    expect(loginMessage(login, AVAILABLE, NOW_MS)).toMatchObject({ tone: 'problem', title });
  });
});

describe('what an empty tile says while go2rtc cannot be started', () => {
  const failed = { state: 'failed', reason: 'missing', retryAtMs: 0 } as const;

  it('is that there is no live picture, not that it connects', () => {
    expect(playbackMessage(failed, { kind: 'idle' })?.tone).toBe('problem');
  });

  it('is nothing for a passing restart, or beside an old picture that says its age', () => {
    expect(playbackMessage({ ...failed, state: 'backing-off' }, { kind: 'idle' })).toBeNull();
    expect(playbackMessage(failed, { kind: 'stale', lastFrameAtMs: NOW_MS })).toBeNull();
  });
});
