import type { Migration } from 'kysely/migration';
import * as initial from './0001-initial.ts';
import * as adminPin from './0002-admin-pin.ts';
import * as nvrLogin from './0003-nvr-login.ts';
import * as deviceIdentity from './0004-device-identity.ts';
import * as managedSite from './0005-managed-site.ts';
import * as nvrOutage from './0006-nvr-outage.ts';
import * as refusedLogins from './0007-refused-logins.ts';
import * as basicLogin from './0008-basic-login.ts';
import * as eventRules from './0009-event-rules.ts';
import * as timeReading from './0010-time-reading.ts';

/** Append only: an installation in the field has run a prefix of this list. */
export const migrations: Record<string, Migration> = {
  '0001-initial': initial,
  '0002-admin-pin': adminPin,
  '0003-nvr-login': nvrLogin,
  '0004-device-identity': deviceIdentity,
  '0005-managed-site': managedSite,
  '0006-nvr-outage': nvrOutage,
  '0007-refused-logins': refusedLogins,
  '0008-basic-login': basicLogin,
  '0009-event-rules': eventRules,
  '0010-time-reading': timeReading,
};
