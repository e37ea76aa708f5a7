import type { Camera } from './camera.ts';
import type { NvrWithLogin } from './nvr.ts';

/** What has become of rows of one kind. */
export interface RowChange<T extends { id: number }> {
  /** Added, or otherwise than before: as they are now. */
  upserted: T[];
  removed: number[];
}

/** What has become of NVRs and cameras since main told that last. */
export interface SiteChange {
  nvrs: RowChange<NvrWithLogin>;
  cameras: RowChange<Camera>;
}
