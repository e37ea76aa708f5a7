import type { QualityChoice } from '@contract/models/camera.ts';
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
  /** 0 or 1. */
  is_enabled: Generated<number>;
  quality: Generated<QualityChoice>;
  notes: Generated<string>;
  /** The name the recorder gave it when it was last asked; null: the recorder never said one. */
  recorder_name: string | null;
  /** 0 or 1. */
  is_gone: Generated<number>;
}

/** A stored camera. */
export type CameraRow = Selectable<CameraTable>;

/** A camera to store. */
export type NewCameraRow = Insertable<CameraTable>;
