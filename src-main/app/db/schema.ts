import type { AdminLockTable, AdminPinTable } from './tables/admin.table.ts';
import type { CameraTable } from './tables/camera.table.ts';
import type { EventRulesTable } from './tables/event-rules.table.ts';
import type { NvrLoginTable } from './tables/nvr-login.table.ts';
import type { NvrOutageTable } from './tables/nvr-outage.table.ts';
import type { NvrTable } from './tables/nvr.table.ts';
import type { TimeReadingTable } from './tables/time-reading.table.ts';
import type { UnusedSecretTable } from './tables/unused-secret.table.ts';

/** All tables, for kysely. No type of this folder leaves it except through the repositories' models. */
export interface Schema {
  nvr: NvrTable;
  camera: CameraTable;
  nvr_login: NvrLoginTable;
  nvr_outage: NvrOutageTable;
  unused_secret: UnusedSecretTable;
  event_rules: EventRulesTable;
  time_reading: TimeReadingTable;
  admin_pin: AdminPinTable;
  admin_lock: AdminLockTable;
}
