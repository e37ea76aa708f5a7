import type { Handlers } from '../answer.ts';
import type { HandlerServices } from './index.ts';
import { pending } from './pending.ts';

type SiteChannel = Extract<keyof Handlers, `${'site' | 'backup' | 'file' | 'undo'}:${string}`>;

/** Requests about the whole site: taking it elsewhere, keeping copies, taking removals back. */
export function siteHandlers({ undo }: HandlerServices): Pick<Handlers, SiteChannel> {
  return {
    'undo:run': ({ undoId }) => undo.run(undoId),
    'site:export': pending,
    'site:preview-import': pending,
    'site:import': pending,
    'backup:list': pending,
    'backup:create': pending,
    'backup:restore': pending,
    'file:reveal': pending,
  };
}
