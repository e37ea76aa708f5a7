import type { Alert } from '../../isapi/alert-stream/alert.ts';
import type { DeviceClock } from './device-clock.ts';
import type { DeviceEvent } from './device-event.ts';

/** What is known of a recorder when it tells something. */
export interface RecorderFacts {
  /** As the app numbers them. */
  readonly channels: readonly number[];
  /** Channels before its IP cameras; null: unknown. */
  readonly analogInputs: number | null;
  readonly clock: DeviceClock;
}

/** Hikvision's SDK, and what is made with it, counts IP cameras from 33. */
const SDK_OFFSET = 32;
const HISTORY_MS = 60_000;

/** What an alert means here. */
export function eventOfAlert(alert: Alert, facts: RecorderFacts): DeviceEvent {
  const { type, state, part, time, target, channel: told } = alert;
  const channel = told === null ? null : knownChannel(told, facts);
  return {
    ...{ type, state, part, target, channel },
    deviceChannel: channel === told ? null : told,
    deviceTime: time,
    receivedAtMs: Date.now(),
    agoMs: facts.clock.ageOf(time),
    isHistory: alert.isRetransmission || facts.clock.isOlderThan(HISTORY_MS, time),
    picture: null,
  };
}

/**
 * The channel that a device means; null: none that is known. Behind analog inputs the first IP camera may be 33 as well as the next number, so
 * without their count nothing is guessed: an alarm on the wrong picture is worse than one without a picture.
 */
export function knownChannel(
  told: number,
  { channels, analogInputs }: Pick<RecorderFacts, 'channels' | 'analogInputs'>,
): number | null {
  if (channels.includes(told)) return told;
  if (told <= SDK_OFFSET || analogInputs === null) return null;
  const counted = told - SDK_OFFSET + analogInputs;
  return channels.includes(counted) ? counted : null;
}
