import type { DeviceEvent } from '../recorders/events/device-event.ts';
import type { Message } from './conditions/condition.ts';
import { eventTypeOf } from './event-types.ts';

/** What a recorder told, as the app understands it. */
export function messageOf(nvrId: number, event: DeviceEvent): Message {
  const { type: deviceType, state, channel, target, deviceTime, isHistory } = event;
  const type = eventTypeOf(deviceType);
  const facts = { nvrId, type, deviceType, state, channel, part: partOf(event), target };
  return { ...facts, atMs: timeOf(event), deviceTime, isHistory, isLasting: false };
}

/** Channels that are not known are told apart, too. */
function partOf({ channel, deviceChannel, part }: DeviceEvent): string {
  if (channel !== null || deviceChannel === null) return part;
  return [`channel-${deviceChannel}`, part].filter((piece) => piece !== '').join(' ');
}

/**
 * What is told while it happens, happens now. When something happened earlier only the device knows: how long ago by its own clock, which may be hours off; else what
 * it wrote. It cannot have been later than now.
 */
function timeOf({ receivedAtMs, agoMs, deviceTime, isHistory }: DeviceEvent): number {
  if (!isHistory || deviceTime === null) return receivedAtMs;
  const writtenMs = agoMs === null ? Date.parse(deviceTime) : Math.round(receivedAtMs - agoMs);
  return Number.isNaN(writtenMs) || writtenMs < 0
    ? receivedAtMs
    : Math.min(writtenMs, receivedAtMs);
}
