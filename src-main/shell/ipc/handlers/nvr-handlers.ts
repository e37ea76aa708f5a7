import { ok } from '@contract/result.ts';
import type { Handlers } from '../answer.ts';
import type { HandlerServices } from './index.ts';
import { pending } from './pending.ts';

type NvrChannel = Extract<keyof Handlers, `nvr:${string}`>;

/** Requests about recorders. */
export function nvrHandlers({ nvrs, probes, sync }: HandlerServices): Pick<Handlers, NvrChannel> {
  return {
    'nvr:list': async () => ok(await nvrs.listNvrs()),
    'nvr:probe': (request) => probes.probe(request),
    'nvr:cancel-probe': async ({ probeId }) => {
      probes.cancel(probeId);
      return ok(null);
    },
    'nvr:add': (request) => nvrs.add(request),
    'nvr:set-password': ({ id, password }) => nvrs.setPassword(id, password),
    'nvr:edit': pending,
    'nvr:set-enabled': pending,
    'nvr:remove': pending,
    'nvr:preview-sync': (request) => sync.preview(request),
    'nvr:apply-sync': (request) => sync.apply(request),
  };
}
