import type { EventType } from '@contract/models/events/event-type.ts';

/** One message about a condition, from a device or from the app itself. */
export interface Message {
  nvrId: number;
  type: EventType;
  deviceType: string;
  state: 'active' | 'inactive' | 'once';
  channel: number | null;
  part: string;
  target: string | null;
  /** Unix time in ms. */
  atMs: number;
  deviceTime: string | null;
  isHistory: boolean;
  /** It goes on until its end is told, as what the app finds out does. Else 15 s without a repeat end it, since devices may never say so. */
  isLasting: boolean;
}

/** What the app itself found out about a recorder. It goes on until its end is told. */
export function ownMessage(
  facts: Pick<Message, 'nvrId' | 'type' | 'state' | 'atMs'> & Partial<Message>,
): Message {
  return {
    ...{ deviceType: '', channel: null, part: '', target: null, deviceTime: null },
    ...{ isHistory: false, isLasting: true },
    ...facts,
  };
}

/** Something that is so, from its first message to its end. */
export interface Condition extends Omit<Message, 'state' | 'atMs' | 'isLasting'> {
  readonly key: string;
  /** Unix time in ms, like the following. */
  startedAtMs: number;
  lastAtMs: number;
  /** Null: it goes on. */
  endedAtMs: number | null;
  /** False: nobody saw its end; `endedAtMs` is when it was last told. */
  isEndKnown: boolean;
  /** Messages. */
  count: number;
}

/** What a message, or silence, did. */
export interface ConditionChange {
  kind: 'opened' | 'repeated' | 'ended';
  condition: Condition;
}

/** What makes two messages tell of the same condition. A recorder's text goes last: it may hold anything. */
export function conditionKey({
  nvrId,
  type,
  deviceType,
  channel,
  part,
}: Pick<Message, 'nvrId' | 'type' | 'deviceType' | 'channel' | 'part'>): string {
  // Devices tell some things under two names; of what is not known only the name tells them apart.
  return JSON.stringify([nvrId, type, channel, part, type === 'other' ? deviceType : '']);
}

/** History stands beside what is so now. */
export function heldKey(message: Message): string {
  return `${message.isHistory ? 'history ' : ''}${conditionKey(message)}`;
}
