import type { NotifyOutcome } from '@contract/models/alarm-check.ts';
import type { HealthFault } from '@contract/models/health.ts';
import { ok } from '@contract/result.ts';
import { insertCenter } from '../isapi/endpoints/insert-center.ts';
import { parseNotifications } from '../isapi/endpoints/parse-event-triggers.ts';
import { type Ask, askFor, notificationsPath } from './asking.ts';

/**
 * Puts `center` into what a device does at an event: its own list is read, sent back with this one more entry, and read again, since some devices
 * say yes and keep nothing. Nothing is tried twice.
 */
export async function letNotify(ask: Ask, triggerId: string): Promise<NotifyOutcome> {
  const path = notificationsPath(triggerId);
  const before = await askFor(ask, { path }, (body) => ok(body));
  if (!before.ok) return outcomeOf(before.error);
  const inserted = insertCenter(before.value);
  if (!inserted.ok) return 'impossible';
  if (typeof inserted.value === 'string') {
    return inserted.value === 'is-in' ? 'was-in' : 'impossible';
  }
  const had = parseNotifications(before.value);
  const { body } = inserted.value;
  const sent = await askFor(ask, { method: 'PUT', path, body }, (answer) => ok(answer));
  // Whether a change took effect before the connection broke is only in the list.
  if (!sent.ok && sent.error !== 'unreachable') return outcomeOf(sent.error);
  const after = await askFor(ask, { path }, parseNotifications);
  if (!after.ok) return 'unsure';
  if (!after.value.includes('center')) return sent.ok ? 'not-kept' : 'unreachable';
  const isAllThere = had.ok && had.value.every((method) => after.value.includes(method));
  return isAllThere ? 'notifies' : 'others-lost';
}

function outcomeOf(fault: HealthFault | 'not-asked'): NotifyOutcome {
  switch (fault) {
    case 'unreachable':
    case 'not-asked':
      return 'unreachable';
    case 'no-permission':
      return 'no-permission';
    // Busy means "no such trigger" there.
    case 'busy':
    case 'not-supported':
      return 'not-supported';
    case 'refused':
    case 'bad-answer':
      return 'refused';
  }
}
