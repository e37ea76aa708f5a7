import { describe, expect, it } from 'vitest';
import { streamLayoutSchema, type StreamLayout } from '@contract/models/stream-layout.ts';
import { streamPath, streamPaths } from '../../../../src-main/app/domain/stream-path.ts';

const CUSTOM: StreamLayout = { kind: 'custom', main: '/ch{channel}/{channel}?q=1', sub: null };
const SINGLE: StreamLayout = { kind: 'single', main: '/live/main', sub: '/live/sub' };

describe('where a stream is', () => {
  it.each([
    [{ kind: 'hikvision' }, 3, 'main', '/Streaming/Channels/301'],
    [{ kind: 'hikvision' }, 12, 'sub', '/Streaming/Channels/1202'],
    [{ kind: 'dahua' }, 3, 'main', '/cam/realmonitor?channel=3&subtype=0'],
    [{ kind: 'dahua' }, 12, 'sub', '/cam/realmonitor?channel=12&subtype=1'],
    [CUSTOM, 12, 'main', '/ch12/12?q=1'],
    [CUSTOM, 12, 'sub', null],
    [SINGLE, 1, 'main', '/live/main'],
    [SINGLE, 1, 'sub', '/live/sub'],
  ] as const)('%j channel %i %s: %s', (layout, channel, quality, path) => {
    expect(streamPath(layout, channel, quality)).toBe(path);
  });

  it('leaves out a sub stream that the channel does not have', () => {
    expect(streamPaths(SINGLE, 1, false)).toEqual({ main_path: '/live/main', sub_path: null });
  });
});

describe('a layout of one’s own', () => {
  it.each([
    '/live',
    'live/{channel}',
    '/live {channel}',
    '/live/{channel}#media=audio',
    '/live/{channel}/{x}',
  ])('may not be %j', (main) => {
    expect(streamLayoutSchema.safeParse({ kind: 'custom', main, sub: null }).success).toBe(false);
  });
});
