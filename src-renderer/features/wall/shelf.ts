import { request } from '../../api/ipc-client.ts';
import { StreamShelf } from '../../player/stream-shelf.ts';

/** The one shelf of this window: every tile takes its streams from it. */
export const shelf = new StreamShelf({
  onRefused: ({ recorder }) => void request('playback:report-refused', { nvrId: recorder }),
});
