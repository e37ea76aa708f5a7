import type { RequestChannel, Requests } from '@contract/ipc-contract.ts';
import type { Result } from '@contract/result.ts';
import type { AdminLog } from '../../app/logging/admin-log.ts';
import type { LogDetails } from '../../app/logging/logger.ts';
import type { Handlers } from './answer.ts';

/** What people call things, from before the change: a removed camera has no name afterwards. */
export interface SiteNames {
  nvr: (id: number) => string;
  cameras: (ids: readonly number[]) => string[];
}

type Describe<C extends RequestChannel> = (
  request: Requests[C]['request'],
  names: SiteNames,
  answer: Requests[C]['response'],
) => LogDetails;
type Descriptions = { [C in RequestChannel]?: Describe<C> };

/** Changes, each with what is worth knowing of it. Named one by one, so that no password gets in by being part of a request. */
export const ADMIN_CHANGES: Descriptions = {
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
  'camera:add': ({ nvrId, channel, name }, { nvr }) => ({ nvr: nvr(nvrId), channel, name }),
  'camera:add-single': ({ name, mainUrl }) => ({ name, mainUrl }),
  'camera:edit': ({ id, name, channel, isEnabled }, { cameras }) => ({
    ...{ camera: cameras([id])[0], name, channel, isEnabled },
  }),
  'camera:set-enabled': ({ ids, isEnabled }, { cameras }) => ({ cameras: cameras(ids), isEnabled }),
  'camera:rename': ({ names }, { cameras }) => ({
    cameras: cameras(names.map(({ id }) => id)),
    names: names.map(({ name }) => name),
  }),
  'camera:move': ({ ids, beforeId }, { cameras }) => ({
    cameras: cameras(ids),
    before: beforeId === null ? null : cameras([beforeId])[0],
  }),
  'camera:remove': ({ ids }, { cameras }) => ({ cameras: cameras(ids) }),
  'undo:run': () => ({}),
  'site:export': ({ passphrase }, _names, { path }) => ({
    ...{ withPasswords: passphrase !== null, path },
  }),
  'site:import': (_request, _names, counts) => ({ ...counts }),
  'backup:create': (_request, _names, { backupId }) => ({ backupId }),
  'backup:restore': ({ backupId }) => ({ backupId }),
  'admin:set-auto-lock': ({ minutes }) => ({ minutes }),
};

/** What the wrapper works with. */
export interface AdminLogging {
  adminLog: AdminLog;
  readNames: () => Promise<SiteNames>;
}

/** The same handlers, of which each that changes the installation writes one line once it has done so. */
export function withAdminLog(handlers: Handlers, logging: AdminLogging): Handlers {
  const channels = Object.keys(ADMIN_CHANGES) as RequestChannel[];
  return channels.reduce(
    (wrapped, channel) => ({ ...wrapped, [channel]: wrap(channel, handlers, logging) }),
    handlers,
  );
}

function wrap<C extends RequestChannel>(
  channel: C,
  handlers: Handlers,
  { adminLog, readNames }: AdminLogging,
): (request: Requests[C]['request']) => Promise<Result<Requests[C]['response']>> {
  return async (request) => {
    const names = await readNames();
    const answer = await handlers[channel](request);
    if (answer.ok) adminLog.write(channel, ADMIN_CHANGES[channel]?.(request, names, answer.value));
    return answer;
  };
}
