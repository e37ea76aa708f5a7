import type { Clip, ClipEvent } from '@contract/models/clip.ts';

/** What is being recorded after an event; a new one comes last. */
export function clipsAfter(clips: readonly Clip[], event: ClipEvent): readonly Clip[] {
  if (event.state === 'ended') return clips.filter(({ clipId }) => clipId !== event.clipId);
  const { clip } = event;
  const isKnown = clips.some(({ clipId }) => clipId === clip.clipId);
  if (!isKnown) return [...clips, clip];
  return clips.map((one) => (one.clipId === clip.clipId ? clip : one));
}
