import { newPinSchema, pinSchema } from '@contract/models/admin.ts';
import { text } from '../../text/catalogue.ts';
import type { Refusal } from '../../api/ipc-client.ts';
import { minutesSeconds } from '../../text/minutes-seconds.ts';
import { entryError } from '../../text/message-text.ts';

/** What is wrong with a PIN's form, or undefined. */
export function pinFormError(pin: string): string | undefined {
  const parsed = pinSchema.safeParse(pin);
  return parsed.success ? undefined : entryError(parsed.error);
}

/** What is wrong with a PIN that is to be set, or undefined. */
export function newPinError(pin: string): string | undefined {
  const parsed = newPinSchema.safeParse(pin);
  return parsed.success ? undefined : entryError(parsed.error);
}

/** What is wrong with a PIN's second typing, or undefined. */
export function repeatError(pin: string, repeated: string): string | undefined {
  return pin === repeated ? undefined : text.admin.pinsDiffer;
}

/** A block's text while it counts down. */
export function blockText(leftMs: number): string {
  return text.admin.blocked(minutesSeconds(leftMs));
}

/** What main said of a refused PIN. During a block the countdown takes this one's place, so it speaks of what comes after. */
export function refusalText({ message, attempts }: Refusal): string {
  const isBlocked = attempts !== undefined && attempts.blockedForMs > 0;
  return isBlocked ? text.admin.lastTry : message;
}
