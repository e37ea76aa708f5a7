import type { adminRequests } from '@contract/domains/admin.ts';
import { ok } from '@contract/result.ts';
import type { AdminChanges } from '../admin-changes.ts';
import type { Handlers } from '../answer.ts';
import type { HandlerServices } from './handler-services.ts';

type AdminChannel = keyof typeof adminRequests;

/** Requests about the admin PIN. */
export function adminHandlers({ admin }: HandlerServices): Pick<Handlers, AdminChannel> {
  return {
    'admin:get-status': async () => ok(admin.status),
    'admin:set-pin': ({ pin }) => admin.setPin(pin),
    'admin:unlock': ({ pin }) => admin.unlock(pin),
    'admin:lock': async () => ok(admin.lock()),
    'admin:change-pin': ({ currentPin, newPin }) => admin.changePin(currentPin, newPin),
    'admin:set-auto-lock': ({ minutes }) => admin.setAutoLock(minutes),
  };
}

/** What the admin log keeps of them. */
export const adminChanges: AdminChanges<AdminChannel> = {
  // The lock itself writes about PINs.
  'admin:change-pin': null,
  'admin:set-auto-lock': ({ minutes }) => ({ minutes }),
};
