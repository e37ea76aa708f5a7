import type { ReviewState } from '../../store/review-store.ts';
import { text } from '../../text/catalogue.ts';

/** What the stage says while it does not simply show pictures: what is the matter, and what it means or what to do next. */
export function reviewWords(state: ReviewState): { title: string; hint: string } | null {
  const { words } = text.review;
  switch (state.kind) {
    case 'playing':
    case 'halted':
      return null;
    case 'connecting':
    case 'ended':
    case 'no-recordings':
    case 'not-connected':
      return words[state.kind];
    case 'unsupported':
      return words.unsupported(state.codec);
    case 'refused':
      return { title: words.failed, hint: state.words };
    case 'failed':
      return { title: words.failed, hint: words.causes[state.cause] };
  }
}
