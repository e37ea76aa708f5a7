import { expect, it } from 'vitest';
import { parseStreamName, streamName } from '../../../../src-main/app/domain/stream-name.ts';

it.each([
  [1, 1, 'main', 'nvr1-ch1-main'],
  [12, 256, 'sub', 'nvr12-ch256-sub'],
] as const)('recorder %i channel %i %s is %s, and back', (nvrId, channel, quality, name) => {
  expect(streamName(nvrId, channel, quality)).toBe(name);
  expect(parseStreamName(name)).toEqual({ nvrId, channel, quality, isSound: false });
  expect(parseStreamName(`${name}-sound`)).toEqual({ nvrId, channel, quality, isSound: true });
});

it.each([
  '',
  'nvr1-ch1-third',
  'nvr01-ch1-main',
  'nvr1-ch0-main',
  'nvr1-ch1-main ',
  'nvr1-ch1-sound',
  'nvr1-ch1-main-sound-sound',
  'nvr1-ch1-main\n',
  'nvr1-ch1-main#media=audio',
  'xnvr1-ch1-main',
  'rtsp://10.0.0.1/nvr1-ch1-main',
])('%j is no name of ours', (text) => {
  expect(parseStreamName(text)).toBeNull();
});
