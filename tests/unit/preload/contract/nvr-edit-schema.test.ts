import { describe, expect, it } from 'vitest';
import { singleCameraSchema } from '@contract/models/camera-changes.ts';
import { channelScanSchema } from '@contract/models/channel-scan.ts';
import { nvrEditSchema } from '@contract/models/nvr.ts';
import { fieldErrors } from '@contract/field-errors.ts';

const EDIT = {
  ...{ id: 1, name: 'Yard', host: 'nvr', rtspPort: '554', httpPort: '80', isHttps: false },
  ...{
    isBasicAllowed: false,
    username: 'admin',
    password: null,
    fingerprint: null,
    layout: { kind: 'hikvision' },
  },
};
const SINGLE = { kind: 'single', main: '/live', sub: null };

function complaints(schema: typeof nvrEditSchema | typeof singleCameraSchema, input: unknown) {
  const parsed = schema.safeParse(input);
  return parsed.success ? [] : Object.keys(fieldErrors(parsed.error));
}

describe('an edit', () => {
  it.each([
    {},
    { password: 'new' },
    { username: '', layout: SINGLE },
    { layout: { kind: 'custom', main: '/{channel}', sub: '/{channel}/s' } },
  ])('may be %o', (rest) => {
    expect(complaints(nvrEditSchema, { ...EDIT, ...rest })).toEqual([]);
  });

  it.each([
    [{ name: ' ' }, 'name'],
    [{ host: 'a b' }, 'host'],
    [{ password: '' }, 'password'],
    [{ password: undefined }, 'password'],
    [{ username: '' }, 'username'],
    [{ username: '', password: 'p', layout: SINGLE }, 'username'],
    [{ fingerprint: 'AB' }, 'fingerprint'],
    [{ layout: { kind: 'custom', main: '/live', sub: null } }, 'layout.main'],
    [{ layout: { kind: 'custom', main: '/{channel}', sub: 'x' } }, 'layout.sub'],
    [{ layout: { ...SINGLE, main: 'live' } }, 'layout.main'],
  ])('may not be %o', (rest, field) => {
    expect(complaints(nvrEditSchema, { ...EDIT, ...rest })).toEqual([field]);
  });
});

describe('a single camera', () => {
  const camera = { name: 'Gate', mainUrl: 'rtsp://h/m', subUrl: '', username: '', password: '' };

  it.each([{}, { username: 'u', password: 'p' }, { subUrl: 'rtsp://H:554/s' }])(
    'may be %o',
    (rest) => {
      expect(complaints(singleCameraSchema, { ...camera, ...rest })).toEqual([]);
    },
  );

  it.each([
    [{ username: 'u' }, 'password'],
    [{ password: 'p' }, 'username'],
    [{ mainUrl: 'rtsp://u:p@h/m' }, 'mainUrl'],
    [{ mainUrl: 'rtsp://h/a"b' }, 'mainUrl'],
    [{ mainUrl: 'rtsp://h/a{b}' }, 'mainUrl'],
    [{ subUrl: 'rtsp://other/s' }, 'subUrl'],
  ])('may not be %o', (rest, field) => {
    expect(complaints(singleCameraSchema, { ...camera, ...rest })).toEqual([field]);
  });
});

describe('a scan', () => {
  const id = 'b3c6a1f0-5c1e-4a52-9d5b-0f6f5f0c2f11';
  const scan = {
    ...{ host: 'h', rtspPort: 554, username: 'u', password: 'p', layout: { kind: 'dahua' } },
    ...{ maxChannels: '16', probeId: id, formId: id },
  };

  it('asks for at most 256 channels', () => {
    expect(channelScanSchema.parse(scan).maxChannels).toBe(16);
    for (const maxChannels of [0, 257, '']) {
      expect(channelScanSchema.safeParse({ ...scan, maxChannels }).success).toBe(false);
    }
  });
});
