import { request } from '../../../api/ipc-client.ts';
import { BROWSER_ENVIRONMENT } from '../../../player/player-environment.ts';
import { PlayerPool } from '../../../player/pool/player-pool.ts';
import { StreamReports } from '../../../player/pool/stream-reports.ts';

/** The one player pool of this window: every tile takes its streams from it. */
export const playerPool = new PlayerPool({
  feedOf: async ({ url }) => {
    const stream = new URL(url).searchParams.get('src') ?? '';
    const answer = await request('playback:get-feed', { stream });
    return answer.ok ? answer.value : 'nothing';
  },
});

/** Lets main know how this window's streams are. A report that is lost is made up for by the next change. */
export const streamReports = new StreamReports((report) => void request('playback:report', report));

BROWSER_ENVIRONMENT.opened.onLeft = (streams) => void request('playback:leave', { streams });
