import type { nvrRequests } from '@contract/domains/nvr.ts';
import { ok } from '@contract/result.ts';
import type { AdminChanges } from '../admin-changes.ts';
import type { Handlers } from '../answer.ts';
import type { HandlerServices } from './handler-services.ts';

type NvrChannel = keyof typeof nvrRequests;

/** Requests about recorders. */
export function nvrHandlers({
  nvrs,
  editor,
  removal,
  probes,
  sync,
}: HandlerServices): Pick<Handlers, NvrChannel> {
  return {
    'nvr:list': async () => ok(await nvrs.listNvrs()),
    'nvr:probe': (request) => probes.probe(request),
    'nvr:scan-channels': (request) => probes.scan(request),
    'nvr:cancel-probe': async ({ probeId }) => {
      probes.cancel(probeId);
      return ok(null);
    },
    'nvr:add': (request) => nvrs.add(request),
    'nvr:set-password': ({ id, password }) => nvrs.setPassword(id, password),
    'nvr:edit': (request) => editor.edit(request),
    'nvr:set-enabled': ({ id, isEnabled }) => editor.setEnabled(id, isEnabled),
    'nvr:remove': ({ id }) => removal.remove(id),
    'nvr:preview-sync': (request) => sync.preview(request),
    'nvr:apply-sync': (request) => sync.apply(request),
  };
}

/** What the admin log keeps of them. */
export const nvrChanges: AdminChanges<NvrChannel> = {
  'nvr:probe': null,
  'nvr:scan-channels': null,
  'nvr:preview-sync': null,
  'nvr:add': ({ name, host, rtspPort, username }, _names, { id }) => ({
    ...{ nvr: name, id, host, rtspPort, username },
  }),
  'nvr:set-password': ({ id }, { nvr }) => ({ nvr: nvr(id), id }),
  'nvr:edit': ({ id, name, host, rtspPort, username, password }, { nvr }) => ({
    ...{ nvr: nvr(id), id, name, host, rtspPort, username, isNewPassword: password !== null },
  }),
  'nvr:set-enabled': ({ id, isEnabled }, { nvr }) => ({ nvr: nvr(id), id, isEnabled }),
  'nvr:remove': ({ id }, { nvr }, { cameras }) => ({ nvr: nvr(id), id, cameras }),
  'nvr:apply-sync': ({ id, keys }, { nvr }) => ({ nvr: nvr(id), id, keys }),
};
