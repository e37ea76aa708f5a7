import type { EventType } from '@contract/models/events/event-type.ts';
import type { EventTrigger } from '../isapi/endpoints/parse-event-triggers.ts';

/** Where a device keeps what decides whether an event comes about. */
interface EventAddresses {
  /** The detector's own switch. */
  readonly detector: string;
  readonly schedule: string | null;
}

type Channel = NonNullable<EventTrigger['channel']>;

const ANALOG = '/ISAPI/System/Video/inputs/channels';
const IP = '/ISAPI/ContentMgmt/InputProxy/channels';
const SCHEDULES = '/ISAPI/Event/schedules';

/** Basic detectors: one address for coax inputs and another for cameras on the network. */
const BASIC: Partial<Record<EventType, { detector: string; schedule: string }>> = {
  motion: { detector: 'motionDetection', schedule: 'motionDetections/VMD' },
  tamper: { detector: 'tamperDetection', schedule: 'tamperDetections/Tamperdetection' },
  'video-loss': { detector: 'videoLoss', schedule: 'videolosses/Videoloss' },
};

/** Analytics. Where the schedules of regions lie is not known. */
const SMART: Partial<Record<EventType, { detector: string; schedule: string | null }>> = {
  'line-crossing': { detector: 'LineDetection', schedule: 'lineDetections/linedetection' },
  intrusion: { detector: 'FieldDetection', schedule: 'fieldDetections/fielddetection' },
  'scene-change': {
    ...{ detector: 'SceneChangeDetection' },
    schedule: 'sceneChangeDetections/scenechangedetection',
  },
  'region-entry': { detector: 'regionEntrance', schedule: null },
  'region-exit': { detector: 'regionExiting', schedule: null },
};

/** Paths of Hikvision ISAPI for an event of a channel; null: it has no switch that is known. */
export function eventAddresses(type: EventType, channel: Channel | null): EventAddresses | null {
  if (channel === null) return null;
  const id = encodeURIComponent(channel.id);
  const at = (schedule: string): string => `${SCHEDULES}/${schedule}_video${id}`;
  const basic = BASIC[type];
  if (basic !== undefined) {
    const of = channel.of === 'analog' ? `${ANALOG}/${id}` : `${IP}/${id}/video`;
    return { detector: `${of}/${basic.detector}`, schedule: at(basic.schedule) };
  }
  const smart = SMART[type];
  if (smart === undefined) return null;
  const { detector, schedule } = smart;
  return {
    detector: `/ISAPI/Smart/${detector}/${id}`,
    schedule: schedule === null ? null : at(schedule),
  };
}
