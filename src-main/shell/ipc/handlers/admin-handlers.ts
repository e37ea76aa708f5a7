import { ok } from '@contract/result.ts';
import type { Handlers } from '../answer.ts';
import type { HandlerServices } from './handler-services.ts';

type AdminChannel = Extract<keyof Handlers, `admin:${string}`>;

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
