import { event, request, typed } from '../define.ts';
import {
  type Backup,
  backupChoiceSchema,
  type SavedFile,
  siteExportSchema,
  siteFileSchema,
  type SiteImported,
  type SiteImportPreview,
  siteImportSchema,
} from '../models/site.ts';
import type { SiteChange } from '../models/site-change.ts';
import { undoSchema } from '../models/undo.ts';

/** Requests about the whole site: taking it elsewhere, keeping copies, taking removals back. */
export const siteRequests = {
  /** Takes a removal back. */
  'undo:run': request({ permission: 'manage', input: undoSchema, output: typed<null>() }),
  /** Writes the whole site into a file among the person's documents. */
  'site:export': request({
    permission: 'configure',
    input: siteExportSchema,
    output: typed<SavedFile>(),
  }),
  'site:preview-import': request({
    permission: 'configure',
    input: siteFileSchema,
    output: typed<SiteImportPreview>(),
  }),
  'site:import': request({
    permission: 'configure',
    input: siteImportSchema,
    output: typed<SiteImported>(),
  }),
  'backup:list': request({ permission: 'configure', output: typed<Backup[]>() }),
  'backup:create': request({ permission: 'configure', output: typed<Backup>() }),
  'backup:restore': request({
    permission: 'configure',
    input: backupChoiceSchema,
    output: typed<null>(),
  }),
};

/** What main tells about the site. */
export const siteEvents = {
  /** NVRs or cameras were added, changed or removed. The answer to whatever changed them comes after it. */
  'site:changed': event<SiteChange>(),
};
