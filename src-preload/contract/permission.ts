/**
 * Everything that somebody may be allowed to do, as video management systems tell it apart:
 * `watch` live pictures and keep what is seen; `review` what was recorded; `export` recordings out of the system; `steer` cameras that
 * move; `acknowledge` alarms; `manage` NVRs and cameras; `configure` the station itself: site files, backups, the PIN.
 * Who has which of them is main's affair (`src-main/app/access/`).
 */
export const PERMISSIONS = [
  'watch',
  'review',
  'export',
  'steer',
  'acknowledge',
  'manage',
  'configure',
] as const;

/** One of them. */
export type Permission = (typeof PERMISSIONS)[number];

/** Whom a request concerns, where it is not the whole site: NVRs and cameras by their ids, streams by their names. */
export interface Subject {
  readonly nvrs?: readonly number[];
  readonly cameras?: readonly number[];
  readonly streams?: readonly string[];
}
