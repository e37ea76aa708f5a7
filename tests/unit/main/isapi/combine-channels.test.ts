import { describe, expect, it } from 'vitest';
import {
  addStreams,
  channelsOfStreams,
  type ChannelLists,
  listChannels,
} from '../../../../src-main/app/isapi/combine-channels.ts';
import type { StreamingChannel } from '../../../../src-main/app/isapi/parse-streaming-channels.ts';

const NOTHING: ChannelLists = { analog: [], ip: [], status: [], analogInputs: 0 };

function ip(...ids: string[]) {
  return ids.map((id) => ({ id, name: `IP ${id}` }));
}

function analog(count: number) {
  return Array.from({ length: count }, (_, index) => ({
    ...{ id: String(index + 1), name: null, hasPicture: index === 0 },
  }));
}

function stream(id: number, more: Partial<StreamingChannel> = {}): StreamingChannel {
  return {
    ...{ channel: Math.floor(id / 100), digit: id % 100, name: null, isEnabled: true },
    ...{ codec: 'H.264', widthPx: 1, heightPx: 2, fps: 3 },
    ...more,
  };
}

function numbersOf(lists: Partial<ChannelLists>): number[] {
  return listChannels({ ...NOTHING, ...lists }).map(({ channel }) => channel);
}

describe('listChannels', () => {
  it('takes a network recorder’s ids as they are, gaps included', () => {
    expect(numbersOf({ ip: ip('1', '3', '16') })).toEqual([1, 3, 16]);
  });

  it.each([
    ['numbered over the whole recorder', { ip: ip('9', '10') }, [9, 10]],
    ['numbered by themselves', { ip: ip('1', '2') }, [9, 10]],
    ['as old hybrids write them', { ip: ip('I-1', 'I-2') }, [9, 10]],
  ])('puts IP cameras after eight analog inputs: %s', (_name, lists, expected) => {
    const all = numbersOf({ ...lists, analog: analog(8), analogInputs: 8 });
    expect(all.slice(8)).toEqual(expected);
    // Also when only the capabilities know of the sockets.
    expect(numbersOf({ ...lists, analogInputs: 8 })).toEqual(expected);
  });

  it('believes stream ids more than anything', () => {
    const status = [{ id: '1', online: true, streamIds: [1701, 1702] }];
    expect(numbersOf({ ip: ip('1'), status, analogInputs: 8 })).toEqual([17]);
    const small = [{ id: '1', online: true, streamIds: [1, 2] }];
    expect(numbersOf({ ip: ip('1'), status: small })).toEqual([1]);
  });

  it('keeps online, offline and unknown apart', () => {
    const status = [
      { id: '1', online: true, streamIds: [] },
      { id: '2', online: null, streamIds: [] },
    ];
    const channels = listChannels({ ...NOTHING, ip: ip('1', '2', '3'), status });
    expect(channels.map(({ online }) => online)).toEqual([true, null, null]);
  });

  it('drops numbers that no recorder has, and doubles', () => {
    expect(numbersOf({ ip: ip('0', '1', '1', '257', '999999', 'x') })).toEqual([1]);
  });
});

describe('addStreams', () => {
  const [channel] = listChannels({ ...NOTHING, ip: ip('3') });
  const channels = channel === undefined ? [] : [channel];

  it('names the streams that exist and no others', () => {
    expect(addStreams(channels, [stream(301), stream(302), stream(303), stream(101)])).toEqual([
      {
        ...{ channel: 3, kind: 'ip', online: null, name: 'IP 3' },
        main: { codec: 'H.264', widthPx: 1, heightPx: 2, fps: 3 },
        sub: { codec: 'H.264', widthPx: 1, heightPx: 2, fps: 3 },
      },
    ]);
    expect(addStreams(channels, [stream(301)])[0]?.sub).toBeNull();
    expect(addStreams(channels, [stream(301), stream(302, { isEnabled: false })])[0]?.sub).toBe(
      null,
    );
  });

  it('knows an offline camera’s streams by name where only its state mentions them', () => {
    const status = [{ id: '3', online: false, streamIds: [301] }];
    const offline = listChannels({ ...NOTHING, ip: ip('3'), status });
    const [camera] = addStreams(offline, []);
    expect(camera?.main).toEqual({ codec: null, widthPx: null, heightPx: null, fps: null });
    expect(camera?.sub).toBeNull();
    expect(addStreams(channels, [])[0]).toMatchObject({ main: null, sub: null });
  });

  it('finds the names there are, and makes up none', () => {
    const nameless = listChannels({ ...NOTHING, analog: analog(2) });
    const named = addStreams(nameless, [stream(101, { name: 'Yard' })]);
    expect(named.map(({ name }) => name)).toEqual(['Yard', '']);
  });
});

describe('channelsOfStreams', () => {
  it('makes a camera of each main stream', () => {
    const streams = [stream(201), stream(101), stream(102), stream(302)];
    expect(channelsOfStreams(streams).map(({ channel }) => channel)).toEqual([1, 2]);
  });
});
