import { event, request, typed } from '../define.ts';
import type { AccessState } from '../models/access.ts';

/** Requests about what whoever is at the desk may do. */
export const accessRequests = {
  'access:get': request({ permission: null, output: typed<AccessState>() }),
};

/** What main tells about it. */
export const accessEvents = {
  /** Somebody else is at the desk. */
  'access:changed': event<AccessState>(),
};
