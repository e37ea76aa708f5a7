import type { Camera } from '@contract/models/camera.ts';
import type { EventChannelState } from '../recorders/events/channel-state.ts';
import type { ShownStream } from '../recorders/streams/stream-health.ts';
import type { CameraPresence } from './camera-presence.ts';
import type { ToldHealth } from './watch/told-health.ts';

/** All that is known of how a recorder is. */
export interface RecorderFacts {
  readonly nvrId: number;
  readonly told: ToldHealth;
  readonly presence: CameraPresence;
  readonly channel: EventChannelState;
  /** Since when it is not listened to, though it should; Unix time in ms. */
  readonly channelLostSinceMs: number | null;
  /** Those in use. */
  readonly cameras: readonly Camera[];
  readonly streams: readonly ShownStream[];
}

/** Remembers when something was first so. */
export type SinceOf = (key: string, firstMs: number) => number;
