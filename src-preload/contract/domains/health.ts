import { event, request, typed } from '../define.ts';
import type { RecorderHealth } from '../models/health.ts';

/** Requests about how recorders and cameras are. */
export const healthRequests = {
  /** Of all recorders that are in use. */
  'health:list': request({ permission: 'watch', output: typed<RecorderHealth[]>() }),
};

/** What main tells about it. */
export const healthEvents = {
  /** How one recorder is now. */
  'health:changed': event<RecorderHealth>(),
};
