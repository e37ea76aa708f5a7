import { ok } from '@contract/result.ts';
import type { Handlers } from '../answer.ts';
import type { HandlerServices } from './handler-services.ts';

type NvrChannel = Extract<keyof Handlers, `nvr:${string}`>;

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
