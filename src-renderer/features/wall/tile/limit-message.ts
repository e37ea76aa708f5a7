import { text } from '../../../text/catalogue.ts';
import type { OfflineReason, PlayerState } from '../../../player/player-types.ts';
import type { TileMessage } from './tile-message.ts';

/** Up to 16 pictures are decoded by every machine this app runs on. */
const LARGEST_USUAL_GRID = 4;

/** What a tile says while a limit, and not its camera, is why it shows nothing; null: it is no limit's fault. */
export function limitMessage(
  isLeftOut: boolean,
  state: PlayerState,
  side: number,
): TileMessage | null {
  if (isLeftOut) {
    return {
      ...{ tone: 'calm', icon: null },
      ...text.tile.limit,
    };
  }
  const reason = failureOf(state);
  if (reason === 'too-many-players') {
    return {
      ...{ tone: 'problem', icon: 'no-video' },
      ...text.tile.tooMany,
    };
  }
  if (reason !== 'decode-error' || side <= LARGEST_USUAL_GRID) return null;
  return {
    ...{ tone: 'problem', icon: 'no-video' },
    ...text.tile.decodingFailed,
  };
}

/** While it is tried again, the words stay. */
function failureOf(state: PlayerState): OfflineReason | null {
  if (state.kind === 'offline') return state.reason;
  return state.kind === 'connecting' ? state.after : null;
}
