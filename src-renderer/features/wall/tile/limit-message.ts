import type { OfflineReason, PlayerState } from '../../../player/player-types.ts';
import { SESSIONS_PER_RECORDER } from '@contract/models/playback.ts';
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
      title: `Not shown: limit of ${SESSIONS_PER_RECORDER} streams`,
      hint: `This NVR’s limit of ${SESSIONS_PER_RECORDER} streams is used. Choose a smaller grid.`,
    };
  }
  const reason = failureOf(state);
  if (reason === 'too-many-players') {
    return {
      ...{ tone: 'problem', icon: 'no-video' },
      title: 'Not shown: too many pictures',
      hint: 'This window has no room for another picture. Choose a smaller grid, or start the app again.',
    };
  }
  if (reason !== 'decode-error' || side <= LARGEST_USUAL_GRID) return null;
  return {
    ...{ tone: 'problem', icon: 'no-video' },
    title: 'Not shown: decoding failed',
    hint: 'This computer may not manage so many pictures at once. Choose a smaller grid.',
  };
}

/** While it is tried again, the words stay. */
function failureOf(state: PlayerState): OfflineReason | null {
  if (state.kind === 'offline') return state.reason;
  return state.kind === 'connecting' ? state.after : null;
}
