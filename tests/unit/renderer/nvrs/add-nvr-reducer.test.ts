import { refusal } from '../../../support/refusal.ts';
import { describe, expect, it } from 'vitest';
import type { ProbeFailure, ProbeReport } from '@contract/models/probe.ts';
import { err, ok } from '@contract/result.ts';
import {
  addNvrReducer,
  EMPTY_FORM,
} from '../../../../src-renderer/features/nvrs/add/add-nvr-reducer.ts';
import type {
  AddNvrAction,
  AddNvrState,
} from '../../../../src-renderer/features/nvrs/add/add-nvr-state.ts';

const ID = 'a';
const NOW_MS = 1_000_000;
const STREAM = { codec: 'H.264', widthPx: 1280, heightPx: 720, fps: 15 };
const CHANNEL = { name: 'Gate', kind: 'ip', online: true, main: STREAM, sub: STREAM } as const;
const REPORT: ProbeReport = {
  device: { name: 'Yard', model: 'M', serial: 'S', firmware: 'F', type: 'NVR' },
  channels: [
    { ...CHANNEL, channel: 1 },
    { ...CHANNEL, channel: 3 },
  ],
  rtspPort: 10_554,
  complete: [],
  leftOut: 0,
  unread: [],
  fingerprint: null,
};

function after(actions: AddNvrAction[], state: AddNvrState = EMPTY_FORM): AddNvrState {
  return actions.reduce(addNvrReducer, state);
}

const typed = (field: 'name' | 'host' | 'httpPort' | 'password', text: string) =>
  ({ type: 'typed', field, text }) as const;
const BEGAN: AddNvrAction = { type: 'check-began', probeId: ID, acceptedFingerprint: null };
const ended = (
  outcome: ReturnType<typeof ok<ProbeReport>> | ReturnType<typeof err<ProbeFailure>>,
) => ({ type: 'check-ended', probeId: ID, outcome, nowMs: NOW_MS }) as const;
const failed = (failure: ProbeFailure) => after([typed('host', 'nvr'), BEGAN, ended(err(failure))]);

describe('a look at a recorder', () => {
  it('shows its steps as they come, and none of another look', () => {
    const progress = { step: 'reach', state: 'done' } as const;
    const state = after([
      BEGAN,
      { type: 'check-progressed', probeId: ID, progress },
      { type: 'check-progressed', probeId: 'old', progress: { ...progress, step: 'login' } },
    ]);
    expect(state.stage).toEqual({ at: 'checking', probeId: ID, progress: { reach: progress } });
  });

  it('ends with all cameras ticked and the device’s own name where none was typed', () => {
    const state = after([BEGAN, ended(ok(REPORT))]);
    expect(state.entries.name).toBe('Yard');
    expect(state.stage).toMatchObject({ at: 'review', chosen: new Set([1, 3]) });
    expect(after([typed('name', 'Mine'), BEGAN, ended(ok(REPORT))]).entries.name).toBe('Mine');
  });

  it('that was cancelled brings back what was typed, and its late answer changes nothing', () => {
    const before = after([typed('host', 'nvr'), typed('password', 'x')]);
    const back = after([BEGAN, { type: 'went-back' }], before);
    expect(back).toMatchObject({ entries: before.entries, stage: { at: 'entries' } });
    expect(after([ended(ok(REPORT))], back)).toBe(back);
  });

  it('takes the recorder’s RTSP port in the factory’s place, and leaves one that was typed', () => {
    expect(after([BEGAN, ended(ok(REPORT))]).entries.rtspPort).toBe('10554');
    const forwarded = after([{ type: 'typed', field: 'rtspPort', text: '8554' }]);
    const state = after([BEGAN, ended(ok(REPORT))], forwarded);
    expect(state.entries.rtspPort).toBe('8554');
    const taken = after([{ type: 'rtsp-port-taken', port: 10_554 }], state);
    expect(taken.entries.rtspPort).toBe('10554');
  });

  it('takes HTTPS at the port the recorder names, and forgets what was trusted', () => {
    const state = after([{ type: 'https-taken', port: 8443 }]);
    expect(state.entries).toMatchObject({ isHttps: true, httpPort: '8443' });
    expect(state.acceptedFingerprint).toBeNull();
  });
});

describe('a failed look', () => {
  const told = { step: 'login' } as const;

  it('for a wrong password goes back to the password with the entries kept', () => {
    const state = failed({ ...told, kind: 'wrong-password', triesLeft: 4, wasSent: true });
    expect(state.stage).toEqual({ at: 'entries', way: 'import' });
    expect(state.errors).toEqual({
      password: 'The NVR refused the user name or password. 4 tries left.',
    });
    expect(state.entries.host).toBe('nvr');
    expect(after([typed('password', 'other')], state).errors).toEqual({});
  });

  it.each([
    [30_000, NOW_MS + 30_000],
    [null, null],
  ])('for a lock of %s ms ends at %s', (unlockInMs, endsAtMs) => {
    const state = failed({ ...told, kind: 'locked', unlockInMs });
    expect(state.stage).toMatchObject({ at: 'failed', endsAtMs });
  });

  it('names its step even if the answer overtook the progress', () => {
    const { stage } = failed({ ...told, kind: 'timeout' });
    expect(stage).toMatchObject({ progress: { login: { state: 'failed' } } });
  });

  it('leads to the pattern way without a loss', () => {
    const state = after(
      [{ type: 'way-chosen', way: 'pattern' }],
      failed({ ...told, kind: 'no-isapi', answer: null }),
    );
    expect(state).toMatchObject({
      stage: { at: 'entries', way: 'pattern' },
      entries: { host: 'nvr' },
    });
  });
});

describe('an accepted certificate', () => {
  const accepted = after([typed('host', 'nvr'), { ...BEGAN, acceptedFingerprint: 'AB' }]);

  it('holds for its address', () => {
    expect(after([typed('password', 'x')], accepted).acceptedFingerprint).toBe('AB');
  });

  it.each([
    typed('host', 'other'),
    typed('httpPort', '444'),
    { type: 'https-switched', isHttps: false } as const,
  ])('is forgotten after %o', (action) => {
    expect(after([action], accepted).acceptedFingerprint).toBeNull();
  });
});

describe('the HTTPS switch', () => {
  const on = { type: 'https-switched', isHttps: true } as const;

  it('changes the factory port and back, and no other', () => {
    expect(after([on]).entries.httpPort).toBe('443');
    expect(after([on, { ...on, isHttps: false }]).entries.httpPort).toBe('80');
    expect(after([typed('httpPort', '8080'), on]).entries.httpPort).toBe('8080');
  });
});

describe('the list of cameras', () => {
  const review = after([BEGAN, ended(ok(REPORT))]);
  const choose = (channels: number[], isChosen: boolean) =>
    ({ type: 'channels-chosen', channels, isChosen }) as const;

  it('is chosen one by one or all at once', () => {
    expect(after([choose([1], false)], review).stage).toMatchObject({ chosen: new Set([3]) });
    expect(after([choose([1, 3], false)], review).stage).toMatchObject({ chosen: new Set() });
    const again = after([choose([1, 3], false), choose([1, 3], true)], review);
    expect(again.stage).toMatchObject({ chosen: new Set([1, 3]) });
  });

  it('stays when nothing could be saved, and when only the name is wrong', () => {
    const shut = refusal('keychain-unavailable', 'Locked.');
    const state = after([{ type: 'save-began' }, { type: 'save-refused', error: shut }], review);
    expect(state).toMatchObject({ stage: review.stage, failure: 'Locked.', isSaving: false });
    const error = refusal('invalid-request', 'x', { name: 'Too long.' });
    expect(after([{ type: 'save-refused', error }], review).stage).toBe(review.stage);
  });

  it('gives way to the entries when one of those is wrong', () => {
    const error = refusal('invalid-request', 'x', { host: 'Taken.' });
    const state = after([{ type: 'save-refused', error }], review);
    expect(state).toMatchObject({ stage: { at: 'entries' }, errors: { host: 'Taken.' } });
  });
});

describe('a scan of channels', () => {
  const began: AddNvrAction = { type: 'scan-began', probeId: ID, total: 3 };
  const channels = [
    { channel: 1, isThere: true, hasSub: true },
    { channel: 2, isThere: false, hasSub: false },
  ];
  const scanEnded = (
    outcome: ReturnType<typeof ok<typeof channels>> | ReturnType<typeof err<ProbeFailure>>,
  ) => ({ type: 'scan-ended', probeId: ID, outcome }) as const;
  const pattern = { at: 'entries', way: 'pattern' };

  it('counts up, and takes no news of another scan', () => {
    const progressed = { type: 'scan-progressed', checked: 2, total: 3 } as const;
    const state = after([began, { ...progressed, probeId: ID }]);
    expect(state.stage).toMatchObject({ checked: 2, total: 3 });
    expect(after([{ ...progressed, probeId: 'old', checked: 3 }], state)).toBe(state);
  });

  it('leaves out channels that do not answer, and lets them be ticked', () => {
    const state = after([began, scanEnded(ok(channels))]);
    expect(state.stage).toMatchObject({ at: 'scanned', chosen: new Set([1]) });
    const all = after([{ type: 'channels-chosen', channels: [2], isChosen: true }], state);
    expect(all.stage).toMatchObject({ chosen: new Set([1, 2]) });
    expect(after([{ type: 'went-back' }], state).stage).toEqual(pattern);
  });

  it('leads back to the field or says what happened', () => {
    const told = { step: 'login' } as const;
    const wrong = after([
      began,
      scanEnded(err({ ...told, kind: 'wrong-password', triesLeft: null, wasSent: false })),
    ]);
    expect(wrong).toMatchObject({
      stage: pattern,
      errors: { password: expect.stringContaining('not sent again') as string },
    });
    const gone = after([began, scanEnded(err({ ...told, kind: 'unreachable', reason: 'silent' }))]);
    expect(gone).toMatchObject({
      stage: pattern,
      failure: 'Nothing answers at this address and RTSP port.',
    });
    const cancelled = after([began, scanEnded(err({ ...told, kind: 'cancelled' }))]);
    expect(cancelled).toMatchObject({ stage: pattern, failure: null });
  });
});

describe('the choice of stream addresses', () => {
  it('keeps the templates, and an error leaves its own field', () => {
    const custom = after([
      { type: 'vendor-chosen', vendor: 'custom' },
      { type: 'typed', field: 'mainTemplate', text: '/live' },
      { type: 'fields-refused', fields: { 'layout.main': 'Write {channel}.', host: 'Enter.' } },
      { type: 'typed', field: 'mainTemplate', text: '/{channel}' },
    ]);
    expect(custom.errors).toEqual({ host: 'Enter.' });
    const there = after([{ type: 'vendor-chosen', vendor: 'dahua' }], custom);
    expect(there.entries).toMatchObject({ vendor: 'dahua', mainTemplate: '/{channel}' });
  });
});
