import type { AppServices } from '../../../app/app-services.ts';
import type { StationServices } from '../../station-services.ts';

/** The services requests are answered from. */
export type HandlerServices = AppServices & StationServices;
