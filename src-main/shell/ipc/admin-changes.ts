import type { RequestChannel, Requests } from '@contract/ipc-contract.ts';
import type { AdminLog } from '../../app/logging/admin-log.ts';
import type { LogDetails } from '../../app/logging/logger.ts';
import type { Handler, Handlers } from './answer.ts';

/** What people call things, from before the change: a removed camera has no name afterwards. */
export interface SiteNames {
  nvr: (id: number) => string;
  cameras: (ids: readonly number[]) => string[];
}

/** What is worth knowing of a change. Named one by one, so that no password gets in by being part of a request. */
type Describe<C extends RequestChannel> = (
  request: Requests[C]['request'],
  names: SiteNames,
  answer: Requests[C]['response'],
) => LogDetails;

/** What changes the installation or takes something out of it. */
type Logged = 'manage' | 'configure' | 'export';

/** The requests that take such a permission. */
type AdminChannel = {
  [C in RequestChannel]: Requests[C]['permission'] extends Logged ? C : never;
}[RequestChannel];

/** What the admin log keeps of some requests; null: nothing, for one that changes nothing. One that is left out does not compile. */
export type AdminChanges<C extends RequestChannel = RequestChannel> = {
  [A in Extract<C, AdminChannel>]: Describe<A> | null;
};

/** What the wrapper works with. */
export interface AdminLogging {
  adminLog: AdminLog;
  readNames: () => Promise<SiteNames>;
}

/** The same handlers, of which each that changes the installation writes one line once it has done so. */
export function withAdminLog(
  handlers: Handlers,
  changes: AdminChanges,
  logging: AdminLogging,
): Handlers {
  const channels = Object.keys(changes) as AdminChannel[];
  return channels.reduce(
    (wrapped, channel) => ({
      ...wrapped,
      [channel]: wrap(channel, handlers[channel], changes[channel], logging),
    }),
    handlers,
  );
}

function wrap<C extends AdminChannel>(
  channel: C,
  handle: Handler<C>,
  describe: Describe<C> | null,
  { adminLog, readNames }: AdminLogging,
): Handler<C> {
  if (describe === null) return handle;
  return async (request, actor) => {
    const names = await readNames();
    const answer = await handle(request, actor);
    if (answer.ok) {
      const facts = describe(request, names, answer.value);
      adminLog.write(channel, { by: actor.name, ...facts });
    }
    return answer;
  };
}
