/** Something that happens at the recorder, as its event channel tells it. */
export interface SimulatedEvent {
  /** The device's name for it: "VMD", "linedetection", "IO", "diskerror"… */
  readonly type: string;
  /** Left out where the device tells no state. */
  readonly state?: 'active' | 'inactive';
  /** As the device counts; left out for the recorder itself. */
  readonly channel?: number;
  /** The element that holds it: IP cameras of recorders have the second one, mostly. */
  readonly channelTag?: 'channelID' | 'dynChannelID';
  readonly region?: number;
  readonly input?: number;
  readonly disk?: number;
  readonly target?: 'human' | 'vehicle';
  /** By the recorder's clock; now unless given. */
  readonly atMs?: number;
  readonly isRetransmission?: boolean;
  /** Inside a `duration` event. */
  readonly isWrapped?: boolean;
  /** Sent as a part of its own, after the event. */
  readonly picture?: Uint8Array;
  readonly description?: string;
}

/** The beat of a recorder: the end of a video loss of no channel. Doorbells and subscriptions have their own. */
export const HEARTBEATS = {
  recorder: { type: 'videoloss', state: 'inactive', description: 'videoloss alarm' },
  doorbell: { type: 'other', state: 'active', description: 'Heartbeat' },
  subscription: { type: 'heartBeat', state: 'active', description: '' },
} as const satisfies Record<string, SimulatedEvent>;

/** A time as recorders write it: local digits, and an offset that some leave out. */
export function deviceTime(atMs: number, hasOffset = true): string {
  return `${new Date(atMs).toISOString().slice(0, 19)}${hasOffset ? '+00:00' : ''}`;
}
