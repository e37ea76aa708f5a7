import type { Nvr } from '@contract/models/nvr.ts';
import { AlertReader } from '../../isapi/alert-stream/alert-reader.ts';
import { DahuaReader } from './dahua-reader.ts';
import type { NewsReader } from './event-session.ts';

/** How recorders of one make tell their events. */
export interface EventMake {
  readonly path: string;
  reader(): NewsReader;
  /** Its web server speaks ISAPI. */
  readonly isIsapi: boolean;
  /** What it says of the login counts for the recorder's login; else that is RTSP's to say. */
  readonly isLoginShared: boolean;
}

const HIKVISION: EventMake = {
  path: '/ISAPI/Event/notification/alertStream',
  reader: () => new AlertReader(),
  ...{ isIsapi: true, isLoginShared: true },
};

/** Its web server may refuse whoever comes after some others as it refuses a wrong password: one such answer, and it is left alone. */
const DAHUA: EventMake = {
  path: '/cgi-bin/eventManager.cgi?action=attach&codes=[All]&heartbeat=5',
  reader: () => new DahuaReader(),
  ...{ isIsapi: false, isLoginShared: false },
};

/** Null: no make whose events are understood, or nobody to log in as. */
export function makeOf({ layout, username }: Nvr): EventMake | null {
  if (username === '') return null;
  if (layout.kind === 'dahua') return DAHUA;
  return layout.kind === 'hikvision' ? HIKVISION : null;
}
