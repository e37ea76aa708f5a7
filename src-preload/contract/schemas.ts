import { z } from 'zod';
import type { RequestChannel, Requests } from './ipc-contract.ts';
import { autoLockSchema, firstPinSchema, pinChangeSchema, pinEntrySchema } from './models/admin.ts';
import {
  cameraEditSchema,
  cameraMoveSchema,
  cameraNamesSchema,
  cameraRemovalSchema,
  camerasEnabledSchema,
  newCameraSchema,
  singleCameraSchema,
} from './models/camera-changes.ts';
import { channelScanSchema } from './models/channel-scan.ts';
import { clipStartSchema, clipStopSchema } from './models/clip.ts';
import { newNvrSchema, newPasswordSchema, nvrEditSchema, nvrEnabledSchema } from './models/nvr.ts';
import { pageErrorSchema } from './models/page-error.ts';
import { probeRequestSchema } from './models/probe-request.ts';
import {
  backupChoiceSchema,
  siteExportSchema,
  siteFileSchema,
  siteImportSchema,
} from './models/site.ts';
import { snapshotSchema } from './models/snapshot.ts';
import { syncPicksSchema, syncRequestSchema } from './models/sync.ts';
import { undoSchema } from './models/undo.ts';
import { viewSchema } from './models/view.ts';
import { sentenceOf } from './plain-words.ts';

const nothing = z.strictObject({}) as z.ZodType<Record<string, never>>;
const byId = z.strictObject({ id: z.number().int().positive() });

/** The schema every request passes in main before a handler sees it. */
export const requestSchemas: { [C in RequestChannel]: z.ZodType<Requests[C]['request']> } = {
  'app:get-info': nothing,
  'page:report-error': pageErrorSchema,
  'nvr:list': nothing,
  'nvr:probe': probeRequestSchema,
  'nvr:scan-channels': channelScanSchema,
  'nvr:cancel-probe': z.strictObject({ probeId: z.uuid() }),
  'nvr:add': newNvrSchema,
  'nvr:set-password': newPasswordSchema,
  'nvr:edit': nvrEditSchema,
  'nvr:set-enabled': nvrEnabledSchema,
  'nvr:remove': byId,
  'nvr:preview-sync': syncRequestSchema,
  'nvr:apply-sync': syncPicksSchema,
  'camera:list': nothing,
  'camera:add': newCameraSchema,
  'camera:add-single': singleCameraSchema,
  'camera:edit': cameraEditSchema,
  'camera:set-enabled': camerasEnabledSchema,
  'camera:rename': cameraNamesSchema,
  'camera:move': cameraMoveSchema,
  'camera:remove': cameraRemovalSchema,
  'undo:run': undoSchema,
  'site:export': siteExportSchema,
  'site:preview-import': siteFileSchema,
  'site:import': siteImportSchema,
  'backup:list': nothing,
  'backup:create': nothing,
  'backup:restore': backupChoiceSchema,
  'file:list': nothing,
  'file:reveal': z.strictObject({ fileId: z.uuid() }),
  'snapshot:save': snapshotSchema,
  'clip:list': nothing,
  'clip:start': clipStartSchema,
  'clip:stop': clipStopSchema,
  'playback:get-status': nothing,
  'playback:has-sound': z.strictObject({ stream: z.string().max(64) }),
  'playback:get-feed': z.strictObject({ stream: z.string().max(64) }),
  'playback:restart': nothing,
  'secrets:get-status': nothing,
  'secrets:retry': nothing,
  'view:get': nothing,
  'view:set': viewSchema,
  'admin:get-status': nothing,
  'admin:set-pin': firstPinSchema,
  'admin:unlock': pinEntrySchema,
  'admin:lock': nothing,
  'admin:change-pin': pinChangeSchema,
  'admin:set-auto-lock': autoLockSchema,
};

/** Zod's findings as one sentence a field, the first of each. */
export function fieldErrors(error: z.ZodError): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const issue of error.issues) {
    fields[issue.path.join('.')] ??= sentenceOf(issue);
  }
  return fields;
}
