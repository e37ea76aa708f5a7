import type { Generated, Insertable, Selectable } from 'kysely';

/** One channel of a recorder. The paths are RTSP URL paths without host and credentials. */
export interface CameraTable {
  id: Generated<number>;
  nvr_id: number;
  channel: number;
  name: string;
  position: number;
  main_path: string;
  sub_path: string | null;
}

/** A stored camera. */
export type CameraRow = Selectable<CameraTable>;

/** A camera to store. */
export type NewCameraRow = Insertable<CameraTable>;
