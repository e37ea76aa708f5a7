import { describe, expect, it } from 'vitest';
import { newNvrSchema, nvrEditSchema, type Nvr } from '@contract/models/nvr.ts';
import type { StreamLayout } from '@contract/models/stream-layout.ts';
import { EMPTY_FORM } from '../../../../src-renderer/features/nvrs/add/add-nvr-reducer.ts';
import type { NvrEntries } from '../../../../src-renderer/features/nvrs/add/add-nvr-state.ts';
import { loginFact } from '../../../../src-renderer/features/nvrs/list/login-fact.ts';
import {
  editForm,
  editRequest,
  trustRequest,
} from '../../../../src-renderer/features/nvrs/edit/edit-request.ts';
import {
  lossOf,
  nvrFacts,
  stateFact,
} from '../../../../src-renderer/features/nvrs/list/nvr-facts.ts';
import {
  chosenChannels,
  patternRequest,
} from '../../../../src-renderer/features/nvrs/entries/pattern-request.ts';
import { splitLogin } from '../../../../src-renderer/features/nvrs/entries/pasted-login.ts';
import { withTyped } from '../../../../src-renderer/features/nvrs/single/single-camera-form.ts';
import { connectionKey } from '../../../../src-renderer/model/connection.ts';

const FINGERPRINT = `${'AB:'.repeat(31)}AB`;
const NVR: Nvr = {
  ...{ id: 7, name: 'Yard', host: 'nvr', rtspPort: 554, httpPort: 443, isHttps: true },
  ...{ fingerprint: FINGERPRINT, username: 'admin', isEnabled: true, isBasicAllowed: true },
  ...{ layout: { kind: 'hikvision' }, maxChannels: 4, model: 'M', serial: null, firmware: null },
};
const single = (username: string): Nvr => ({
  ...{ ...NVR, username, isHttps: false, fingerprint: null },
  layout: { kind: 'single', main: '/m', sub: '/s' },
});
const typed = (nvr: Nvr, entries: Partial<NvrEntries>, acceptedFingerprint = nvr.fingerprint) => ({
  ...{ entries: { ...editForm(nvr).entries, ...entries }, acceptedFingerprint },
});

describe('the form that edits', () => {
  it.each([
    NVR,
    single('admin'),
    single(''),
    { ...NVR, layout: { kind: 'custom', main: '/{channel}', sub: null } as const },
  ])('sends back what it was given, and no password', (nvr) => {
    const request = editRequest(nvr, editForm(nvr));
    const { name, host, rtspPort, username, layout, id, isBasicAllowed } = nvr;
    expect(nvrEditSchema.parse(request)).toMatchObject({
      ...{ id, name, host, rtspPort, username, layout, isBasicAllowed, password: null },
    });
    expect(editForm(nvr).entries.password).toBe('');
  });

  it('keeps the accepted certificate for its own door only', () => {
    expect(editRequest(NVR, typed(NVR, {}, null)).fingerprint).toBe(FINGERPRINT);
    expect(editRequest(NVR, typed(NVR, { host: ' NVR ' }, null)).fingerprint).toBe(FINGERPRINT);
    expect(editRequest(NVR, typed(NVR, { host: 'other' }, null)).fingerprint).toBeNull();
    expect(editRequest(NVR, typed(NVR, { httpPort: '8443' }, null)).fingerprint).toBeNull();
  });

  it('knows a single camera without a sub stream', () => {
    const request = editRequest(single('admin'), typed(single('admin'), { subTemplate: ' ' }));
    expect(request.layout).toEqual({ kind: 'single', main: '/m', sub: null });
  });

  it('trusts another certificate and changes nothing else', () => {
    const other = FINGERPRINT.replace('AB', 'CD');
    expect(nvrEditSchema.parse(trustRequest(NVR, other))).toMatchObject({
      ...{ id: 7, host: 'nvr', username: 'admin', fingerprint: other, password: null },
    });
  });
});

describe('the request that adds by pattern', () => {
  const entries: NvrEntries = {
    ...EMPTY_FORM.entries,
    ...{ name: 'Yard', host: 'nvr', username: 'u', password: 'p', httpPort: 'x', isHttps: true },
    ...{ vendor: 'custom', mainTemplate: '/{channel}/m', subTemplate: '' },
  };

  it('asks nobody for an HTTP port that is not seen', () => {
    expect(newNvrSchema.parse(patternRequest(entries, FINGERPRINT))).toMatchObject({
      ...{ httpPort: 80, isHttps: false, fingerprint: null, maxChannels: 16 },
      layout: { kind: 'custom', main: '/{channel}/m', sub: null },
    });
    const hikvision = patternRequest({ ...entries, vendor: 'hikvision' }, FINGERPRINT);
    expect(newNvrSchema.safeParse(hikvision).success).toBe(false);
  });

  it('adds the channels that were ticked; one that did not answer with both streams', () => {
    const channels = [
      { channel: 1, isThere: true, hasSub: false },
      { channel: 2, isThere: true, hasSub: true },
      { channel: 3, isThere: false, hasSub: false },
    ];
    const chosen = chosenChannels(channels, new Set([1, 3]));
    expect(newNvrSchema.parse(patternRequest(entries, null, chosen))).toMatchObject({
      channels: [
        { channel: 1, hasSub: false },
        { channel: 3, hasSub: true },
      ],
    });
    expect(newNvrSchema.safeParse(patternRequest(entries, null, [])).success).toBe(false);
  });
});

describe('a pasted address', () => {
  it.each([
    ['rtsp://u:p@h:554/live', 'rtsp://h:554/live', 'u', 'p'],
    ['RTSP://u:p%40s%2Fs@h/live', 'RTSP://h/live', 'u', 'p@s/s'],
    ['rtsp://u:p@ss@h/live?a=b@c', 'rtsp://h/live?a=b@c', 'u', 'p@ss'],
    ['rtsp://u:a:b@h/live', 'rtsp://h/live', 'u', 'a:b'],
    ['rtsp://u@h/live', 'rtsp://h/live', 'u', null],
    ['http://u:p@h/', 'http://h/', 'u', 'p'],
    ['u:p@h', 'h', 'u', 'p'],
    ['rtsp://u:100%@h/live', 'rtsp://h/live', 'u', '100%'],
    ['rtsp://u:p@[fe80::1]:554/live', 'rtsp://[fe80::1]:554/live', 'u', 'p'],
  ])('%s gives its login away', (text, rest, username, password) => {
    expect(splitLogin(text)).toEqual({ rest, username, password });
  });

  it.each(['rtsp://h:554/live@home', 'rtsp://h/live', 'rtsp://h:554/u:p@1.2.3.4/x', 'h', ''])(
    '%s has no login',
    (text) => {
      expect(splitLogin(text)).toBeNull();
    },
  );

  it('fills the login’s fields, and only from an address', () => {
    const empty = { name: '', mainUrl: '', subUrl: '', username: 'kept', password: '' };
    expect(withTyped(empty, 'mainUrl', 'rtsp://u:p@h/m')).toEqual({
      ...{ name: '', mainUrl: 'rtsp://h/m', subUrl: '', username: 'u', password: 'p' },
    });
    expect(withTyped(empty, 'name', 'rtsp://u:p@h/m').username).toBe('kept');
  });
});

describe('what the list says', () => {
  const login = { login: { state: 'accepted' }, sinceMs: null, isAnswering: true } as const;

  it('of a recorder, of one camera and of a camera without a login', () => {
    expect(nvrFacts({ ...NVR, ...login }, 1)).toBe('nvr · M · 1 camera · user admin');
    expect(nvrFacts({ ...single(''), ...login }, 1)).toBe('Single camera · nvr:554 · no login');
    expect(lossOf({ ...NVR, ...login }, 4)).toBe(
      'Its 4 cameras and its stored password will be removed. For a few seconds this can be undone.',
    );
    expect(lossOf({ ...single(''), ...login }, 1)).toBe(
      'The camera will be removed. For a few seconds this can be undone.',
    );
  });

  it('of one that is disabled, whatever its login was', () => {
    const refused = {
      ...{ ...NVR, ...login, isEnabled: false },
      login: { state: 'refused', door: 'web', triesLeft: null } as const,
    };
    expect(stateFact(refused, 0)).toMatchObject({
      tone: 'calm',
      text: expect.stringContaining('Disabled') as string,
    });
  });
});

it.each([
  [null, 'Login refused. Enter the password anew.'],
  [0, 'Login refused. Enter the password anew. The NVR allows no more failed logins.'],
  [1, 'Login refused. Enter the password anew. The NVR allows 1 more failed login.'],
  [4, 'Login refused. Enter the password anew. The NVR allows 4 more failed logins.'],
])('a refused login tells what the NVR still allows: %s', (triesLeft, text) => {
  expect(loginFact({ state: 'refused', door: 'web', triesLeft })).toEqual({
    tone: 'problem',
    text,
  });
});

describe('where a recorder’s pictures come from', () => {
  it('changes with its place and layout, and not with its name or web door', () => {
    const key = connectionKey(NVR);
    expect(connectionKey({ ...NVR, name: 'Other', httpPort: 1, fingerprint: null })).toBe(key);
    const layout: StreamLayout = { kind: 'dahua' };
    const others = [{ host: 'x' }, { rtspPort: 1 }, { username: 'x' }, { layout }];
    for (const other of others) expect(connectionKey({ ...NVR, ...other })).not.toBe(key);
  });
});
