import { request } from '../../api/ipc-client.ts';
import { StreamShelf } from '../../player/stream-shelf.ts';

/**
 * Whether pages that were left stay connected for a while and the next one is connected ahead. Off, the wall has exactly the
 * sessions of the tiles that are seen.
 */
const IS_KEEPING = true;

/** The one shelf of this window: every tile takes its streams from it. */
export const shelf = new StreamShelf({
  onRefused: ({ recorder }) => void request('playback:report-refused', { nvrId: recorder }),
});
shelf.setKeeping(IS_KEEPING);
