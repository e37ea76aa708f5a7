import { event, request, typed } from '../define.ts';
import {
  type AdminStatus,
  autoLockSchema,
  firstPinSchema,
  pinChangeSchema,
  pinEntrySchema,
} from '../models/admin.ts';

/** Requests about the admin PIN. */
export const adminRequests = {
  'admin:get-status': request({ permission: null, output: typed<AdminStatus>() }),
  /** Only while there is none, which the service itself sees to: a PIN is replaced by `admin:change-pin`. */
  'admin:set-pin': request({
    permission: null,
    input: firstPinSchema,
    output: typed<AdminStatus>(),
  }),
  'admin:unlock': request({
    permission: null,
    input: pinEntrySchema,
    output: typed<AdminStatus>(),
  }),
  'admin:lock': request({ permission: null, output: typed<AdminStatus>() }),
  'admin:change-pin': request({
    permission: 'configure',
    input: pinChangeSchema,
    output: typed<AdminStatus>(),
  }),
  'admin:set-auto-lock': request({
    permission: 'configure',
    input: autoLockSchema,
    output: typed<AdminStatus>(),
  }),
};

/** What main tells about the lock. */
export const adminEvents = {
  'admin:changed': event<AdminStatus>(),
};
