import { GUARD } from '../../src-main/app/access/actors.ts';
import type { LeaseHolder } from '../../src-main/app/domain/lease-holder.ts';

/** The guard, at the station's first window. */
export const AT_DESK: LeaseHolder = { viewer: 1, actor: GUARD, permission: 'watch' };
