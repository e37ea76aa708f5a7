import type { AlarmCheckOutcome, AlarmSource, Listening } from '@contract/models/alarm-check.ts';
import type { Camera } from '@contract/models/camera.ts';
import type { HealthFault } from '@contract/models/health.ts';
import { err, ok } from '@contract/result.ts';
import { type EventTrigger, parseEventTriggers } from '../isapi/endpoints/parse-event-triggers.ts';
import type { EventChannelState } from '../recorders/events/channel-state.ts';
import type { Recorder } from '../recorders/recorder.ts';
import { askFor, TRIGGERS } from './asking.ts';
import { atMostTwo } from './at-most-two.ts';
import { Interrupted, readSource } from './read-source.ts';
import { channelOfTrigger } from './trigger-channel.ts';

/** What a look works with. */
export interface LookTools {
  signal: AbortSignal;
  onProgress: (done: number, total: number) => void;
  lastEventAtMs: (source: Omit<AlarmSource, 'lastEventAtMs'>) => number | null;
}

interface Placed {
  readonly trigger: EventTrigger;
  readonly cameraId: number | null;
}

/** Asks a recorder for all events that concern these cameras or itself. */
export async function lookAtAlarms(
  recorder: Pick<Recorder, 'id' | 'ask' | 'events'>,
  cameras: readonly Camera[],
  { signal, onProgress, lastEventAtMs }: LookTools,
): Promise<AlarmCheckOutcome> {
  const ask = recorder.ask.bind(recorder);
  // A function, since the compiler believes a field to be unchanged over an await.
  const isLeft = (): boolean => signal.aborted;
  const atMs = Date.now();
  const listed = await askFor(ask, { path: TRIGGERS, signal }, parseEventTriggers);
  if (isLeft()) return err('cancelled');
  if (!listed.ok) return listed;
  const { analogInputs } = recorder.events;
  const placed = placedTriggers(listed.value, cameras, analogInputs);
  const total = placed.length;
  const read = new Map<string, AlarmSource>();
  const interruptions: HealthFault[] = [];
  onProgress(0, total);
  await atMostTwo(placed, async ({ trigger, cameraId }) => {
    const source = await readSource(ask, trigger, signal).catch(interruption);
    if (typeof source === 'string') {
      interruptions.push(source);
      return 'enough';
    }
    const whose = { ...source, cameraId };
    read.set(trigger.id, { ...whose, lastEventAtMs: lastEventAtMs(whose) });
    onProgress(read.size, total);
    return 'go-on';
  });
  if (isLeft()) return err('cancelled');
  return ok({
    ...{ nvrId: recorder.id, atMs, listening: listeningOf(recorder.events.state) },
    // In the recorder's order, whichever was answered first.
    sources: placed.flatMap(({ trigger }) => read.get(trigger.id) ?? []),
    elsewhere: listed.value.length - total,
    brokenOff: interruptions[0] ?? null,
  });
}

function interruption(error: unknown): HealthFault {
  if (error instanceof Interrupted) return error.fault;
  throw error;
}

function placedTriggers(
  triggers: readonly EventTrigger[],
  cameras: readonly Camera[],
  analogInputs: number | null,
): Placed[] {
  const byChannel = new Map(cameras.map(({ channel, id }) => [channel, id]));
  const facts = {
    channels: [...byChannel.keys()],
    analogInputs: analogInputs ?? highestAnalog(triggers),
  };
  const byId = new Map(triggers.map((trigger) => [trigger.id, trigger]));
  return [...byId.values()].flatMap((trigger): Placed[] => {
    const channel = channelOfTrigger(trigger, facts);
    if (channel === 'none') return [{ trigger, cameraId: null }];
    const cameraId = channel === null ? undefined : byChannel.get(channel);
    return cameraId === undefined ? [] : [{ trigger, cameraId }];
  });
}

/** How many inputs there are at least: an IP camera must not be taken for one of them. */
function highestAnalog(triggers: readonly EventTrigger[]): number {
  const ids = triggers.flatMap(({ channel }) =>
    channel?.of === 'analog' ? Number(channel.id) : [],
  );
  return Math.max(0, ...ids.filter((id) => Number.isInteger(id)));
}

function listeningOf(channel: EventChannelState): Listening {
  switch (channel.state) {
    case 'listening':
      return 'yes';
    case 'refused-too-many':
      return 'too-many';
    case 'not-supported':
      return 'not-supported';
    case 'failing':
      return channel.why === 'no-permission' ? 'no-permission' : 'not-now';
    case 'connecting':
      return 'connecting';
    case 'off':
    case 'silent':
      return 'not-now';
  }
}
