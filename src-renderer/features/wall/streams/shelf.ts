import { request } from '../../../api/ipc-client.ts';
import { StreamShelf } from '../../../player/pool/stream-shelf.ts';

/** The one shelf of this window: every tile takes its streams from it. */
export const shelf = new StreamShelf({
  feedOf: async ({ url }) => {
    const stream = new URL(url).searchParams.get('src') ?? '';
    const answer = await request('playback:get-feed', { stream });
    return answer.ok ? answer.value : 'nothing';
  },
  onRefused: ({ recorder }) => void request('playback:report-refused', { nvrId: recorder }),
});
