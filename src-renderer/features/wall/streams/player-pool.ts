import { request } from '../../../api/ipc-client.ts';
import { PlayerPool } from '../../../player/pool/player-pool.ts';

/** The one player pool of this window: every tile takes its streams from it. */
export const playerPool = new PlayerPool({
  feedOf: async ({ url }) => {
    const stream = new URL(url).searchParams.get('src') ?? '';
    const answer = await request('playback:get-feed', { stream });
    return answer.ok ? answer.value : 'nothing';
  },
});
