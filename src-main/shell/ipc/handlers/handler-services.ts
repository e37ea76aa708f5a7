import type { AlarmNotice } from '@contract/models/events/journal.ts';
import type { AppServices } from '../../../app/app-services.ts';
import type { ViewerId } from '../../../app/domain/lease-holder.ts';
import type { StationServices } from '../../station-services.ts';
import type { WallPreferences } from '../../wall-preferences.ts';

/** The services requests are answered from: one wall's. */
export interface HandlerServices extends AppServices, StationServices {
  /** Only what is kept of the wall that asks is its own; the rest is the same for all. */
  wall: Pick<WallPreferences, 'view'>;
  /** The page that asks. */
  viewer: ViewerId;
  /** Says on the desktop what this page wrote of alarms. */
  notify: (notice: AlarmNotice) => void;
}
