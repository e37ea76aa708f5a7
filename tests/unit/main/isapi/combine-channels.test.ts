import { describe, expect, it } from 'vitest';
import {
  type ChannelLists,
  combineChannels,
} from '../../../../src-main/app/isapi/probe/combine-channels.ts';
import type { StreamingChannel } from '../../../../src-main/app/isapi/endpoints/parse-streaming-channels.ts';

const NOTHING: ChannelLists = { analog: [], ip: [], status: [], streams: [], analogInputs: null };

function ip(...ids: string[]) {
  return ids.map((id) => ({ id, name: `IP ${id}` }));
}

function analog(count: number) {
  return Array.from({ length: count }, (_, index) => ({
    ...{ id: String(index + 1), name: null, hasPicture: index === 0 },
  }));
}

function on(id: string, ...streamIds: number[]) {
  return { id, online: streamIds.length > 0, streamIds };
}

function stream(id: number, more: Partial<StreamingChannel> = {}): StreamingChannel {
  return {
    ...{ channel: Math.floor(id / 100), digit: id % 100, name: null, isEnabled: true },
    ...{ codec: 'H.264', widthPx: 1, heightPx: 2, fps: 3 },
    ...more,
  };
}

function combine(lists: Partial<ChannelLists>) {
  return combineChannels({ ...NOTHING, ...lists });
}

function numbersOf(lists: Partial<ChannelLists>): number[] {
  return combine(lists).channels.map(({ channel }) => channel);
}

function namesOf(lists: Partial<ChannelLists>): string[] {
  return combine(lists).channels.map(({ name }) => name);
}

describe('the numbers of cameras', () => {
  it('are a network recorder’s ids as they are, gaps included', () => {
    expect(numbersOf({ ip: ip('1', '3', '16') })).toEqual([1, 3, 16]);
  });

  it.each([
    ['numbered over the whole recorder', ip('9', '10'), [9, 10]],
    ['numbered by themselves', ip('1', '2'), [9, 10]],
    ['numbered by themselves, beyond the inputs', ip('1', '9'), [9, 17]],
    ['as old hybrids write them', ip('I-1', 'I-2'), [9, 10]],
  ])('follow eight analog inputs: %s', (_name, list, expected) => {
    const all = numbersOf({ ip: list, analog: analog(8), analogInputs: 8 });
    expect(all.slice(8)).toEqual(expected);
    // Also when only the capabilities know of the sockets.
    expect(numbersOf({ ip: list, analogInputs: 8 })).toEqual(expected);
  });

  it('are rather what the stream ids say than anything', () => {
    const lists = { ip: ip('1'), analogInputs: 8 };
    expect(numbersOf({ ...lists, status: [on('1', 1701, 1702)] })).toEqual([17]);
    expect(numbersOf({ ip: ip('1'), status: [on('1', 1, 2)] })).toEqual([1]);
  });

  it('follow one rule for all of a list, also where some are off and name no streams', () => {
    const status = [on('1', 501), on('2', 601), on('3', 701), on('4', 801), on('5'), on('6')];
    const list = ip('1', '2', '3', '4', '5', '6');
    expect(numbersOf({ ip: list, status, analog: analog(4), analogInputs: 4 })).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
    ]);
    // No capabilities and no analog list: the streams alone show where the list begins.
    const missing = { analog: 'unread', streams: 'unread' } as const;
    expect(numbersOf({ ip: list, status, ...missing })).toEqual([5, 6, 7, 8, 9, 10]);
  });

  it('never hide a camera that names its streams', () => {
    const status = [on('1', 201), on('2'), on('3', 301)];
    expect(numbersOf({ ip: ip('1', '2', '3'), status })).toEqual([2, 3, 4]);
  });

  it('keep online, offline and unknown apart', () => {
    const status = [
      { id: '1', online: true, streamIds: [] },
      { id: '2', online: null, streamIds: [] },
    ];
    const { channels } = combine({ ip: ip('1', '2', '3'), status });
    expect(channels.map(({ online }) => online)).toEqual([true, null, null]);
  });

  it('are those that a recorder can have, each once', () => {
    expect(numbersOf({ ip: ip('0', '1', '1', '257', '999999', 'x') })).toEqual([1]);
  });
});

describe('streams', () => {
  const described = { codec: 'H.264', widthPx: 1, heightPx: 2, fps: 3 };
  const unknown = { codec: null, widthPx: null, heightPx: null, fps: null };
  const first = (lists: Partial<ChannelLists>) => combine(lists).channels[0];

  it('are those that exist and no others', () => {
    const streams = [stream(301), stream(302), stream(303), stream(101)];
    expect(combine({ ip: ip('3'), streams }).channels).toEqual([
      {
        ...{ channel: 3, kind: 'ip', online: null, name: 'IP 3' },
        ...{ main: described, sub: described },
      },
    ]);
    expect(first({ ip: ip('3'), streams: [stream(301)] })?.sub).toBeNull();
    const off = stream(302, { isEnabled: false });
    expect(first({ ip: ip('3'), streams: [stream(301), off] })?.sub).toBeNull();
  });

  it('of an offline camera are known by name where only its state mentions them', () => {
    const offline = { ip: ip('3'), status: [on('3', 301)] };
    expect(first(offline)).toMatchObject({ main: unknown, sub: null });
    expect(first({ ip: ip('3') })).toMatchObject({ main: null, sub: null });
    // The list that would name a sub stream is missing, so nothing is said about one.
    expect(first({ ...offline, streams: 'unread' })).toMatchObject({ main: null, sub: null });
  });
});

describe('names', () => {
  it('are those there are, and none is made up', () => {
    const streams = [stream(101, { name: 'Yard' })];
    expect(namesOf({ analog: analog(2), streams })).toEqual(['Yard', '']);
  });

  it('are no ids', () => {
    const streams = [stream(101, { name: '101' }), stream(102, { name: '102' })];
    expect(namesOf({ ip: [{ id: '1', name: null }], streams })).toEqual(['']);
    expect(namesOf({ ip: [{ id: '1', name: '1' }], streams })).toEqual(['']);
    expect(namesOf({ ip: [{ id: '1', name: '12' }], streams })).toEqual(['12']);
  });
});

describe('a missing list', () => {
  const streams = [stream(201), stream(101), stream(102), stream(302)];
  const all = [{ from: 1, to: 256 }];

  it('that the device does not have leaves what streams, and nothing in doubt', () => {
    const lists = { ip: 'absent', analog: 'absent', status: 'absent', streams } as const;
    expect(numbersOf(lists)).toEqual([1, 2]);
    expect(combine(lists).complete).toEqual(all);
    expect(combine({ ip: ip('1'), analog: 'absent' }).complete).toEqual(all);
  });

  it('of IP cameras is made up for by their states, or by streams', () => {
    const coax = { analog: analog(4), analogInputs: 4, ip: 'unread' } as const;
    const known = combine({ ...coax, status: [on('5', 501), on('6', 601)] });
    expect(known.channels.map(({ channel }) => channel)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(known.complete).toEqual([{ from: 1, to: 4 }]);
    const far = [stream(501), stream(601), stream(602)];
    expect(numbersOf({ ...coax, status: 'unread', streams: far })).toEqual([1, 2, 3, 4, 5, 6]);
    expect(combine({ ...coax, status: 'unread', streams: 'unread' })).toMatchObject({
      complete: [{ from: 1, to: 4 }],
    });
  });

  it('of coax cameras brings back those in front of the IP cameras only', () => {
    const lists = { analog: 'unread', ip: ip('3', '4') } as const;
    const some = [stream(101), stream(201), stream(301), stream(1601)];
    expect(numbersOf({ ...lists, streams: some })).toEqual([1, 2, 3, 4]);
    expect(combine({ ...lists, streams: some }).complete).toEqual([]);
    expect(combine({ ...lists, analogInputs: 0 }).complete).toEqual(all);
    expect(combine({ ...lists, analogInputs: 2 }).complete).toEqual([{ from: 3, to: 256 }]);
  });
});
