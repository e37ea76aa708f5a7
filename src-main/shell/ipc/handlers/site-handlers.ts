import type { siteRequests } from '@contract/domains/site.ts';
import { ok } from '@contract/result.ts';
import { siteFileName } from '../../../app/site/site-file-name.ts';
import type { AdminChanges } from '../admin-changes.ts';
import type { Handlers } from '../answer.ts';
import type { HandlerServices } from './handler-services.ts';

type SiteChannel = keyof typeof siteRequests;

/** Requests about the whole site: taking it elsewhere, keeping copies, taking removals back. */
export function siteHandlers(services: HandlerServices): Pick<Handlers, SiteChannel> {
  const { admin, undo, transfer, backups, files, preferences, info } = services;
  return {
    'undo:run': ({ undoId }) => undo.run(undoId),
    'site:export': async ({ passphrase, pin }) => {
      if (passphrase !== null) {
        const confirmed = await admin.confirm(pin ?? '');
        if (!confirmed.ok) return confirmed;
      }
      const station = { app: info.version, view: preferences.view };
      const text = await transfer.export(passphrase, station);
      if (!text.ok) return text;
      const baseName = siteFileName(new Date());
      return files.save({ kind: 'documents', baseName, extension: 'json', data: text.value });
    },
    'site:preview-import': ({ text }) => transfer.preview(text),
    'site:import': async (request) => {
      const taken = await transfer.import(request);
      if (!taken.ok) return taken;
      const { view, ...imported } = taken.value;
      if (view !== null) preferences.view = view;
      return ok(imported);
    },
    'backup:list': async () => ok(await backups.list()),
    'backup:create': () => backups.create(),
    'backup:restore': ({ backupId }) => backups.restore(backupId),
  };
}

/** What the admin log keeps of them. */
export const siteChanges: AdminChanges<SiteChannel> = {
  'undo:run': () => ({}),
  'site:export': ({ passphrase }, _names, { path }) => ({
    ...{ withPasswords: passphrase !== null, path },
  }),
  'site:preview-import': null,
  'site:import': (_request, _names, counts) => ({ ...counts }),
  'backup:list': null,
  'backup:create': (_request, _names, { backupId }) => ({ backupId }),
  'backup:restore': ({ backupId }) => ({ backupId }),
};
