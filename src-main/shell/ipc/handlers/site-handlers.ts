import { ok } from '@contract/result.ts';
import { siteFileName } from '../../../app/site/site-file-name.ts';
import type { Handlers } from '../answer.ts';
import type { HandlerServices } from './handler-services.ts';

type SiteChannel = Extract<keyof Handlers, `${'site' | 'backup' | 'file' | 'undo'}:${string}`>;

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
    'file:list': async () => ok(await files.list()),
    'file:reveal': ({ fileId }) => files.reveal(fileId),
  };
}
