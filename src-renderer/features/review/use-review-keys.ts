import { useEffect } from 'react';
import { ownCommands, type Run } from '../../commands/command-keys.ts';
import type { CommandId } from '../../commands/commands.ts';
import { seekBy, togglePlay } from '../../store/review-store.ts';
import { backToLive } from './back-to-live.ts';
import { GO_TO_FIELD_ID } from './GoToTime.tsx';
import { saveRecordedPicture } from './save-picture.ts';

const STEP_MS = 10_000;
const MINUTE_MS = 60_000;

/** Keys while somebody looks back. They come before those of the live picture. */
export function useReviewKeys(): void {
  useEffect(() => ownCommands('review', RUNS), []);
}

const RUNS: Record<CommandId<'review'>, Run> = {
  // Space presses the button that has the focus.
  play: ({ target, repeat }) =>
    repeat || (target instanceof HTMLButtonElement && target.closest('.review') !== null)
      ? null
      : togglePlay,
  step: ({ key }) => by(key, STEP_MS),
  minute: ({ key }) => by(key, MINUTE_MS),
  snapshot: ({ repeat }) => (repeat ? null : () => void saveRecordedPicture()),
  goTo: () => () => document.getElementById(GO_TO_FIELD_ID)?.focus(),
  live: ({ repeat }) => (repeat ? null : backToLive),
};

function by(key: string, ms: number): () => void {
  return () => seekBy(key === 'ArrowLeft' ? -ms : ms);
}
