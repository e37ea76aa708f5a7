import { expect, it } from 'vitest';
import { streamName } from '../../../../src-main/app/streams/stream-name.ts';

it.each([
  [1, 1, 'main', 'nvr1-ch1-main'],
  [12, 256, 'sub', 'nvr12-ch256-sub'],
] as const)('recorder %i channel %i %s is %s', (nvr, channel, quality, name) => {
  expect(streamName(nvr, channel, quality)).toBe(name);
});
