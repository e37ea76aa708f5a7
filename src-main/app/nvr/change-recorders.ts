import type { CredentialCache } from '../gate/credential-cache.ts';
import type { Logger } from '../logging/logger.ts';
import type { StreamService } from '../streams/stream-service.ts';

/** What a change of recorders works with. */
export interface ChangeTools {
  streams: Pick<StreamService, 'close'>;
  logins: CredentialCache;
  log: Logger;
}

/**
 * The one order in which recorders change: their streams end, what is known of their logins is put away, and only then is the change
 * stored. Meanwhile nothing is dialled or checked, so no password ever meets an address that it was not given for. `commit` also says
 * what counts afterwards (`remember`, `forget`). When it fails, everything is as it was, and the logins are checked again. After a
 * change, that is for the caller to ask.
 */
export async function changeRecorders<T>(
  { streams, logins, log }: ChangeTools,
  ids: readonly number[],
  commit: () => Promise<T>,
): Promise<T> {
  const release = logins.hold(ids);
  let isDone = false;
  try {
    for (const id of ids) {
      logins.suspend(id);
      await streams.close(id).catch((error: unknown) => {
        log.warn('a changed recorder’s streams were not ended', { nvr: id, error });
      });
    }
    const done = await commit();
    isDone = true;
    return done;
  } catch (error) {
    await logins.resume(ids);
    throw error;
  } finally {
    release();
    if (!isDone) void logins.checkSome(ids);
  }
}
