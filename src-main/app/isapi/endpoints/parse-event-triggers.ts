import { z } from 'zod';
import type { Result } from '@contract/result.ts';
import type { IsapiError } from '../isapi-error.ts';
import { parseBody } from '../xml/parse-body.ts';
import { element, listOf, text } from '../xml/xml-values.ts';

/** Something at which a device can act: "motion at camera 3". */
export interface EventTrigger {
  /** As the device writes it: VMD-3, linedetection-1, diskfull. */
  readonly id: string;
  readonly eventType: string;
  /** Null: it concerns the whole device. */
  readonly channel: { readonly of: 'analog' | 'ip'; readonly id: string } | null;
  /** What the device then does; only `center` tells whoever listens to its alert stream. Null: its list says nothing of that here. */
  readonly methods: readonly string[] | null;
}

const told = text.pipe(z.string());

const notifications = element({
  EventTriggerNotification: listOf(element({ notificationMethod: told })),
}).transform((list) => list.EventTriggerNotification.map((each) => each.notificationMethod));

const trigger = element({
  id: told,
  eventType: told,
  videoInputChannelID: text,
  dynVideoInputChannelID: text,
  EventTriggerNotificationList: z.union([z.undefined().transform(() => null), notifications]),
}).transform((each): EventTrigger => ({
  id: each.id,
  eventType: each.eventType,
  channel: channelOf(each.videoInputChannelID, each.dynVideoInputChannelID),
  methods: each.EventTriggerNotificationList,
}));

const triggers = element({ EventTrigger: listOf(trigger) }).transform((list) => list.EventTrigger);
const wrapped = element({ EventTriggerList: triggers }).transform((body) => body.EventTriggerList);

/** Body of Hikvision ISAPI `GET /ISAPI/Event/triggers`: 35 to some 250 entries, in no order; newer firmware wraps the list in an `EventNotification`. */
export function parseEventTriggers(body: string): Result<EventTrigger[], IsapiError> {
  const inner = parseBody(body, 'EventNotification', wrapped);
  return inner.ok ? inner : parseBody(body, 'EventTriggerList', triggers);
}

/** Body of Hikvision ISAPI `GET /ISAPI/Event/triggers/{id}/notifications`: the methods of one trigger. */
export function parseNotifications(body: string): Result<string[], IsapiError> {
  return parseBody(body, 'EventTriggerNotificationList', notifications);
}

function channelOf(analog: string | null, ip: string | null): EventTrigger['channel'] {
  if (ip !== null) return { of: 'ip', id: ip };
  return analog === null ? null : { of: 'analog', id: analog };
}
