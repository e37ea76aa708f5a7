import { request, typed } from '../define.ts';
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
import { undoSchema } from '../models/undo.ts';

/** Requests about the whole site: taking it elsewhere, keeping copies, taking removals back. */
export const siteRequests = {
  /** Takes a removal back. */
  'undo:run': request({ access: 'admin', input: undoSchema, output: typed<null>() }),
  /** Writes the whole site into a file among the person's documents. */
  'site:export': request({ access: 'admin', input: siteExportSchema, output: typed<SavedFile>() }),
  'site:preview-import': request({
    access: 'admin',
    input: siteFileSchema,
    output: typed<SiteImportPreview>(),
  }),
  'site:import': request({
    access: 'admin',
    input: siteImportSchema,
    output: typed<SiteImported>(),
  }),
  'backup:list': request({ access: 'admin', output: typed<Backup[]>() }),
  'backup:create': request({ access: 'admin', output: typed<Backup>() }),
  'backup:restore': request({
    access: 'admin',
    input: backupChoiceSchema,
    output: typed<null>(),
  }),
};
