import { describe, expect, it } from 'vitest';
import { fieldErrors } from '@contract/field-errors.ts';
import { REQUESTS } from '@contract/ipc-contract.ts';

const ID = 'a7c1a3a0-3f5e-4c69-9f7e-3d1b1c8f0a11';
const FINGERPRINT = Array(32).fill('AB').join(':');
const ENTRIES = {
  ...{ name: '', host: '192.168.1.64', isHttps: true, httpPort: '443', rtspPort: '554' },
  ...{ username: 'admin', password: 'p@ss:w/rd #1%' },
};
const PROBE = { ...ENTRIES, probeId: ID, formId: ID, acceptedFingerprint: null };
const CHANNEL = { channel: 1, name: 'Gate', hasSub: true };
const IMPORT = {
  ...{ ...ENTRIES, name: 'Yard', source: 'import', fingerprint: FINGERPRINT },
  device: { model: 'DS-7616NI-Q2/16P', serial: 'DS/1', firmware: null },
  channels: [CHANNEL],
};

function refusals(channel: 'nvr:probe' | 'nvr:add', payload: object): string[] {
  const parsed = REQUESTS[channel].input.safeParse(payload);
  return parsed.success ? [] : Object.keys(fieldErrors(parsed.error));
}

describe('nvr:probe', () => {
  it('takes an empty name and turns ports into numbers', () => {
    expect(REQUESTS['nvr:probe'].input.parse(PROBE)).toMatchObject({ httpPort: 443, name: '' });
    expect(refusals('nvr:probe', { ...PROBE, acceptedFingerprint: FINGERPRINT })).toEqual([]);
  });

  it.each([
    ['probeId', 'x'],
    ['formId', ''],
    ['acceptedFingerprint', 'AB:CD'],
    ['acceptedFingerprint', undefined],
    ['isHttps', 'yes'],
    ['host', 'http://x'],
    ['password', ''],
    ['name', 'x'.repeat(201)],
  ])('names %s when it is %j', (field, value) => {
    expect(refusals('nvr:probe', { ...PROBE, [field]: value })).toEqual([field]);
  });

  it('refuses what it does not know, and cancelling without an id', () => {
    expect(REQUESTS['nvr:probe'].input.safeParse({ ...PROBE, more: 1 }).success).toBe(false);
    expect(REQUESTS['nvr:cancel-probe'].input.safeParse({ probeId: ID }).success).toBe(true);
    expect(REQUESTS['nvr:cancel-probe'].input.safeParse({}).success).toBe(false);
  });
});

describe('nvr:add with channels of the recorder', () => {
  it('takes up to 256, each once, with trimmed names', () => {
    const channels = Array.from({ length: 256 }, (_, index) => ({
      ...{ ...CHANNEL, channel: index + 1, name: ` Gate ${index} ` },
    }));
    expect(REQUESTS['nvr:add'].input.parse({ ...IMPORT, channels })).toMatchObject({
      channels: expect.arrayContaining([
        { channel: 256, name: 'Gate 255', hasSub: true },
      ]) as unknown,
    });
    expect(refusals('nvr:add', { ...IMPORT, channels: [...channels, CHANNEL] })).toContain(
      'channels',
    );
  });

  it.each([
    ['no channels', { channels: [] }],
    ['one twice', { channels: [CHANNEL, CHANNEL] }],
    ['number 0', { channels: [{ ...CHANNEL, channel: 0 }] }],
    ['number 257', { channels: [{ ...CHANNEL, channel: 257 }] }],
    ['a long name', { channels: [{ ...CHANNEL, name: 'x'.repeat(201) }] }],
    ['a path', { channels: [{ ...CHANNEL, path: '/x' }] }],
    ['no device', { device: undefined }],
    ['a long model', { device: { ...IMPORT.device, model: 'x'.repeat(129) } }],
    ['no name of its own', { name: ' ' }],
    ['both ways at once', { maxChannels: 4 }],
    ['an unknown way', { source: 'guess' }],
    ['a lower-case fingerprint', { fingerprint: FINGERPRINT.toLowerCase() }],
  ])('refuses %s', (_what, change) => {
    expect(REQUESTS['nvr:add'].input.safeParse({ ...IMPORT, ...change }).success).toBe(false);
  });
});
