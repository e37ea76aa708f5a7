import { describe, expect, it } from 'vitest';
import { newNvrSchema, type NewNvrInput } from '@contract/models/nvr.ts';
import { entryErrors } from '../../../../src-renderer/text/message-text.ts';

const GOOD: NewNvrInput = {
  name: 'Warehouse',
  host: '192.168.1.64',
  rtspPort: '554',
  httpPort: '80',
  username: 'admin',
  password: 'p@ss:w/rd #1%',
  maxChannels: '16',
};

function fieldsOf(entries: Record<string, unknown>): Record<string, string> {
  const parsed = newNvrSchema.safeParse({ ...GOOD, ...entries });
  return parsed.success ? {} : entryErrors(parsed.error);
}

describe('the form that adds a recorder', () => {
  it('turns the text of a filled-in form into numbers', () => {
    expect(newNvrSchema.parse(GOOD)).toEqual({
      ...GOOD,
      rtspPort: 554,
      httpPort: 80,
      maxChannels: 16,
      isHttps: false,
      fingerprint: null,
      layout: { kind: 'hikvision' },
    });
  });

  it('takes its own output again, since it guards both ends of the boundary', () => {
    const once = newNvrSchema.parse(GOOD);
    expect(newNvrSchema.parse(once)).toEqual(once);
  });

  it.each(['name', 'host', 'username', 'password', 'rtspPort', 'httpPort', 'maxChannels'])(
    'names %s and nothing else when it is left empty',
    (field) => {
      expect(Object.keys(fieldsOf({ [field]: '' }))).toEqual([field]);
    },
  );

  it('names every wrong field at once', () => {
    const fields = fieldsOf({ name: ' ', host: 'http://x', rtspPort: '0', maxChannels: '0' });
    expect(Object.keys(fields).sort()).toEqual(['host', 'maxChannels', 'name', 'rtspPort']);
  });

  it.each([
    'http://x',
    'rtsp://192.168.1.64',
    '1.2.3',
    '1.2.3.4.5',
    '999.1.1.1',
    '256.1.1.1',
    'host:80',
    '192.168.1.64:554',
    'a b',
    'host/path',
    'user@host',
    '-host',
    'host-',
    'a..b',
    '.host',
    '::g',
    'h'.repeat(64),
    `${'a.'.repeat(127)}ab`,
    '\u0430dmin.local',
    'host\u0000',
  ])('refuses the host %j', (host) => {
    expect(fieldsOf({ host })).toEqual({ host: expect.stringContaining('IP address') as string });
  });

  it.each([
    ['192.168.1.64', '192.168.1.64'],
    ['  192.168.1.64 \t', '192.168.1.64'],
    ['NVR-1.Local', 'nvr-1.local'],
    ['localhost', 'localhost'],
    ['127.0.0.1', '127.0.0.1'],
    ['::1', '::1'],
    ['2001:DB8::64', '2001:db8::64'],
    ['3com', '3com'],
  ])('takes the host %j as %j', (host, expected) => {
    expect(newNvrSchema.parse({ ...GOOD, host }).host).toBe(expected);
  });

  it.each(['0', 0, '65536', 65_536, -1, '-1', 'abc', '', ' ', '1.5', 1.5, '0x50', '1e3', NaN])(
    'refuses the port %j',
    (port) => {
      expect(Object.keys(fieldsOf({ rtspPort: port }))).toEqual(['rtspPort']);
      expect(Object.keys(fieldsOf({ httpPort: port }))).toEqual(['httpPort']);
    },
  );

  it.each([true, null, [80], {}, undefined])('refuses %j where a number belongs', (value) => {
    expect(Object.keys(fieldsOf({ rtspPort: value }))).toEqual(['rtspPort']);
  });

  it.each([
    ['1', 1],
    [' 554 ', 554],
    [65_535, 65_535],
  ])('takes the port %j as %j', (port, expected) => {
    expect(newNvrSchema.parse({ ...GOOD, rtspPort: port }).rtspPort).toBe(expected);
  });

  it.each(['0', '257', '1000', '', 'many', 2.5])('refuses %j channels', (maxChannels) => {
    expect(Object.keys(fieldsOf({ maxChannels }))).toEqual(['maxChannels']);
  });

  it.each(['1', '256', 256])('takes %j channels', (maxChannels) => {
    expect(newNvrSchema.parse({ ...GOOD, maxChannels })).toMatchObject({
      maxChannels: Number(maxChannels),
    });
  });

  it('trims the name but never the password', () => {
    const parsed = newNvrSchema.parse({ ...GOOD, name: ' Gate ', password: ' secret ' });
    expect(parsed).toMatchObject({ name: 'Gate', password: ' secret ' });
  });

  it.each(['line\nbreak', 'nul\0', 'half \ud83d'])('refuses the password %j', (password) => {
    expect(Object.keys(fieldsOf({ password }))).toEqual(['password']);
  });

  it.each(['😀'.repeat(8), 'ü ß', '!"§$%&/()=?`\'*+~#<>|'])('takes the password %j', (password) => {
    expect(newNvrSchema.parse({ ...GOOD, password }).password).toBe(password);
  });

  it.each([
    ['name', 201],
    ['username', 129],
    ['password', 129],
  ])('refuses a %s of %i characters', (field, length) => {
    expect(Object.keys(fieldsOf({ [field]: 'x'.repeat(length) }))).toEqual([field]);
  });

  it('refuses entries it does not know', () => {
    expect(newNvrSchema.safeParse({ ...GOOD, id: 7 }).success).toBe(false);
  });

  it('never repeats the password in what it says', () => {
    const fields = fieldsOf({ password: `canary${'x'.repeat(200)}`, maxChannels: 'canary' });
    expect(JSON.stringify(fields)).not.toContain('canary');
  });
});
