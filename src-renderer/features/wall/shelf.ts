import { request } from '../../api/ipc-client.ts';
import { StreamShelf } from '../../player/stream-shelf.ts';

/** The one shelf of this window: every tile takes its streams from it. */
export const shelf = new StreamShelf({
  isFed: async ({ url }) => {
    const stream = new URL(url).searchParams.get('src') ?? '';
    const answer = await request('playback:is-fed', { stream });
    return answer.ok && answer.value;
  },
  onRefused: ({ recorder }) => void request('playback:report-refused', { nvrId: recorder }),
});
