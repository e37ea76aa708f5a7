import { describe, expect, it } from 'vitest';
import { conditionKey } from '../../../../src-main/app/events/conditions/condition.ts';
import { messageOf } from '../../../../src-main/app/events/device-message.ts';
import type { DeviceEvent } from '../../../../src-main/app/recorders/events/device-event.ts';

const RECEIVED_MS = Date.UTC(2026, 10, 28, 13);

function event(entries: Partial<DeviceEvent> = {}): DeviceEvent {
  return {
    ...{ type: 'linedetection', state: 'active', channel: 3, deviceChannel: null, part: '' },
    ...{ deviceTime: null, receivedAtMs: RECEIVED_MS, agoMs: null, isHistory: false, target: null },
    picture: null,
    ...entries,
  };
}

describe('what a recorder tells', () => {
  it('is understood under the device’s own name, and goes on only while it is repeated', () => {
    expect(messageOf(7, event({ type: 'fielddetection', target: 'human' }))).toEqual({
      ...{ nvrId: 7, type: 'intrusion', deviceType: 'fielddetection', state: 'active' },
      ...{ channel: 3, part: '', target: 'human', atMs: RECEIVED_MS, deviceTime: null },
      ...{ isHistory: false, isLasting: false },
    });
  });

  it.each(['somethingnew', 'constructor', '__proto__', ''])(
    'is something else where nobody knows it: “%s”',
    (type) => expect(messageOf(1, event({ type })).type).toBe('other'),
  );

  it('at channels that are not known stays apart, also from the recorder itself', () => {
    const at = (deviceChannel: number | null, part = '') =>
      messageOf(1, event({ type: 'io', channel: null, deviceChannel, part }));
    expect(at(40).part).toBe('channel-40');
    expect(at(40, 'io-2').part).toBe('channel-40 io-2');
    expect(at(null, 'io-2').part).toBe('io-2');
    const all = [at(40), at(41), at(40, 'io-2'), at(null, 'io-2'), at(null)];
    expect(new Set(all.map(conditionKey)).size).toBe(all.length);
  });

  it('at a known channel is about that, whatever number the device has for it', () => {
    const { channel, part } = messageOf(1, event({ channel: 2, deviceChannel: 34, part: 'r' }));
    expect({ channel, part }).toEqual({ channel: 2, part: 'r' });
  });
});

describe('its time', () => {
  const timeOf = (deviceTime: string | null, isHistory = true): number =>
    messageOf(1, event({ deviceTime, isHistory })).atMs;

  it('is when it came, whatever the device says, while it happens', () => {
    expect(timeOf('2026-11-28T11:00:00Z', false)).toBe(RECEIVED_MS);
  });

  it.each([
    ['with an offset', '2026-11-28T12:00:00+01:00', Date.UTC(2026, 10, 28, 11)],
    ['without one, as this computer’s', '2026-11-28T00:30:00', new Date(2026, 10, 28, 0, 30)],
  ])('is the device’s own of what happened earlier, %s', (_how, written, atMs) => {
    expect(timeOf(written)).toBe(Number(atMs));
  });

  it('of what happened earlier at a device whose clock is seven hours off, is so long ago', () => {
    const missed = { deviceTime: '2026-11-28T19:00:00Z', agoMs: 3_600_000 };
    expect(messageOf(1, event({ ...missed, isHistory: true })).atMs).toBe(RECEIVED_MS - 3_600_000);
    expect(messageOf(1, event({ ...missed, isHistory: false })).atMs).toBe(RECEIVED_MS);
  });

  it.each([
    ['later than now', '2031-01-01T00:00:00Z'],
    ['before computers', '1969-12-31T00:00:00Z'],
    ['no time', '0000-00-00T00:00:00Z'],
    ['nothing to be read', 'yesterday'],
    ['not told', null],
  ])('is when it came where it is %s', (_what, written) => {
    expect(timeOf(written)).toBe(RECEIVED_MS);
  });
});
