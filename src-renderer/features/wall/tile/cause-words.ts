import type { OfflineReason } from '../../../player/player-types.ts';
import { text } from '../../../text/catalogue.ts';

/** What a tile says of a cause: what is the matter, and what it means or what to do next. */
export interface CauseWords {
  title: string;
  hint: string;
}

const TITLES: Partial<Record<OfflineReason, string>> = text.tile.titles;

/** The words for why a stream is not there. */
export function causeWords(reason: OfflineReason): CauseWords {
  return { title: TITLES[reason] ?? text.tile.offline, hint: text.tile.hints[reason] };
}
