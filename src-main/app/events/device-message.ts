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

/** What is told while it happens, happens now. Of what is history only the device knows when that was; it cannot have been later than now. */
function timeOf({ receivedAtMs, deviceTime, isHistory }: DeviceEvent): number {
  if (!isHistory || deviceTime === null) return receivedAtMs;
  const writtenMs = Date.parse(deviceTime);
  return Number.isNaN(writtenMs) || writtenMs < 0
    ? receivedAtMs
    : Math.min(writtenMs, receivedAtMs);
}
