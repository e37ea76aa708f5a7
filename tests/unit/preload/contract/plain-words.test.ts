import { describe, expect, it } from 'vitest';
import { REQUEST_CHANNELS, REQUESTS } from '@contract/ipc-contract.ts';
import { plainLines, plainText } from '@contract/models/unseen-signs.ts';
import { nvrEditSchema } from '@contract/models/nvr.ts';
import { entryErrors } from '../../../../src-renderer/text/message-text.ts';

const ODD = [
  undefined,
  null,
  1e400,
  Number.NaN,
  '',
  'x',
  '\0',
  [],
  {},
  1.5,
  -1,
  true,
  10n,
  new Date(0),
];

/** Every key some request has, each with the same odd value. */
const KEYS = [
  ...['id', 'ids', 'name', 'names', 'host', 'rtspPort', 'httpPort', 'isHttps', 'username', 'page'],
  ...['password', 'fingerprint', 'layout', 'channels', 'maxChannels', 'device', 'source', 'pin'],
  ...[
    'gridSide',
    'volume',
    'fit',
    'png',
    'cameraId',
    'keys',
    'minutes',
    'text',
    'previewId',
    'stream',
  ],
];

describe('what is said of a request that cannot be used', () => {
  it.each(REQUEST_CHANNELS)('%s: is no schema’s own words', (channel) => {
    for (const odd of ODD) {
      const request = Object.fromEntries(KEYS.map((key) => [key, odd]));
      for (const payload of [odd, request]) {
        const parsed = REQUESTS[channel].input.safeParse(payload);
        if (parsed.success) continue;
        const said = Object.values(entryErrors(parsed.error));
        expect(said.length).toBeGreaterThan(0);
        expect(said.join('\n')).not.toMatch(
          /invalid|expected|received|unrecognized|too (big|small)/i,
        );
      }
    }
  });

  it('is of several shapes what to enter, not that none fits', () => {
    const parsed = nvrEditSchema.safeParse({ username: 'a\0b' });
    const fields = parsed.success ? {} : entryErrors(parsed.error);
    expect(fields['username']).toBe('Contains a character that recorders do not know.');
  });
});

describe('a name', () => {
  it('is cleaned in a time that grows with its length, not with its square', () => {
    const spaces = ' '.repeat(2_000_000);
    expect(plainText(`a${spaces}b`)).toHaveLength(spaces.length + 2);
    expect(plainText(`a${spaces}\n${spaces}b`)).toBe('a b');
  });

  it('with lines keeps them', () => {
    expect(plainLines('a\tb\r\nc\u0007\u202E')).toBe('a\tb\r\nc');
  });
});
