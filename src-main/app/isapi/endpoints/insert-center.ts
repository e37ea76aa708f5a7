import type { Result } from '@contract/result.ts';
import type { IsapiError } from '../isapi-error.ts';
import { parseNotifications } from './parse-event-triggers.ts';

/** Firmware may write in other letters than those in which the document goes back. */
const ENCODING = /^(?:\uFEFF)?(\s*<\?xml[^>]*?\bencoding\s*=\s*)(["'])[^"']*\2/;
/** The list's end, or a list that is empty and written as one tag; its prefix is that of what goes into it. */
const END = /<\/((?:[\w.-]+:)?)EventTriggerNotificationList\s*>/g;
const EMPTY = /<((?:[\w.-]+:)?)(EventTriggerNotificationList\b[^<>]*?)\s*\/>/;

/** What became of a device's list of notifications: a document to be sent, or why there is none. */
export type CenterInsertion = 'is-in' | 'impossible' | { readonly body: string };

/**
 * Puts `center` into a device's own list of notifications.
 * PUT replaces the whole list, so every other sign stays as the device wrote it, but for the name of the encoding: it is sent as UTF-8. The id has to be `center`: `center-3` is refused with 400.
 */
export function insertCenter(body: string): Result<CenterInsertion, IsapiError> {
  const before = parseNotifications(body);
  if (!before.ok) return before;
  if (before.value.includes('center')) return { ok: true, value: 'is-in' };
  const inserted = withCenter(body);
  const after = parseNotifications(inserted);
  if (!after.ok) return after;
  const isIn = after.value.length === before.value.length + 1 && after.value.includes('center');
  return { ok: true, value: isIn ? { body: inserted } : 'impossible' };
}

function withCenter(read: string): string {
  const body = read.replace(ENCODING, '$1$2UTF-8$2');
  const end = [...body.matchAll(END)].at(-1);
  if (end === undefined) {
    return body.replace(
      EMPTY,
      (_, prefix: string, tag: string) =>
        `<${prefix}${tag}>${entry(prefix)}</${prefix}EventTriggerNotificationList>`,
    );
  }
  return body.slice(0, end.index) + entry(end[1] ?? '') + body.slice(end.index);
}

function entry(prefix: string): string {
  const child = (name: string): string => `<${prefix}${name}>center</${prefix}${name}>`;
  const tag = `${prefix}EventTriggerNotification`;
  return `<${tag}>${child('id')}${child('notificationMethod')}</${tag}>`;
}
