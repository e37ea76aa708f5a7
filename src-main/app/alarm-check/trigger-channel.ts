import type { EventTrigger } from '../isapi/endpoints/parse-event-triggers.ts';
import { knownChannel, type RecorderFacts } from '../recorders/events/event-of-alert.ts';

/** The channel that a trigger concerns, as the app numbers them; `none`: the device itself; null: no camera here. */
export function channelOfTrigger(
  { channel }: Pick<EventTrigger, 'channel'>,
  facts: Pick<RecorderFacts, 'channels' | 'analogInputs'>,
): number | 'none' | null {
  if (channel === null) return 'none';
  const digits = /(\d{1,6})$/.exec(channel.id)?.[1];
  if (digits === undefined) return null;
  const told = Number(digits);
  const inputs = facts.analogInputs ?? 0;
  // An IP camera with the number of a coax input: the list counts by itself.
  const isByItself = channel.of === 'ip' && told <= inputs;
  return knownChannel(isByItself ? told + inputs : told, facts);
}
