import { create } from 'zustand';
import type { Clip, ClipEvent } from '@contract/models/clip.ts';
import { text } from '../text/catalogue.ts';
import { request } from '../api/ipc-client.ts';
import { clipsAfter } from '../model/clip-list.ts';
import { offerFile } from './saved-file-toast.ts';
import { currentCameras } from './site-store.ts';
import { showFailure } from './toast-store.ts';
import { messageText } from '../text/message-text.ts';

interface ClipState {
  /** In the order in which they began. */
  clips: readonly Clip[];
  /** Cameras whose first picture is waited for. */
  starting: ReadonlySet<number>;
}

const useClipState = create<ClipState>(() => ({ clips: [], starting: new Set() }));

/** All that is being recorded. */
export const useClips = (): readonly Clip[] => useClipState((state) => state.clips);
/** The recording of a camera, or null. */
export const useClipOf = (cameraId: number): Clip | null =>
  useClipState(({ clips }) => clips.find((clip) => clip.cameraId === cameraId) ?? null);
/** True until a camera's recording has its first picture. */
export const useIsClipStarting = (cameraId: number): boolean =>
  useClipState(({ starting }) => starting.has(cameraId));

/** Asks for what events have told before the page listened. */
export async function loadClips(): Promise<void> {
  const clips = await request('clip:list', {});
  if (clips.ok) useClipState.setState({ clips: clips.value });
}

/** Takes main's word on a recording, and says where an ended one is. */
export function onClipChanged(event: ClipEvent): void {
  const { clips } = useClipState.getState();
  useClipState.setState({ clips: clipsAfter(clips, event) });
  if (event.state === 'recording') return;
  const ended = clips.find(({ clipId }) => clipId === event.clipId);
  const name =
    currentCameras().find(({ id }) => id === ended?.cameraId)?.name ?? text.recordings.someCamera;
  const { file, reason } = event;
  const { clipNotSaved, clipSaved, clipEnded } = text.recordings;
  const why = reason === null ? null : messageText(reason);
  if (file === null) showFailure(clipNotSaved(name, why));
  else offerFile(why === null ? clipSaved(name) : clipEnded(name, why), file);
}

/** Begins to record a camera, or stops it. */
export async function toggleClip(cameraId: number): Promise<void> {
  const { clips, starting } = useClipState.getState();
  const running = clips.find((clip) => clip.cameraId === cameraId);
  if (running) {
    // The event tells how it ended.
    await request('clip:stop', { clipId: running.clipId });
    return;
  }
  if (starting.has(cameraId)) return;
  useClipState.setState({ starting: new Set([...starting, cameraId]) });
  const begun = await request('clip:start', { cameraId });
  useClipState.setState((state) => {
    const rest = new Set(state.starting);
    rest.delete(cameraId);
    return { starting: rest };
  });
  if (!begun.ok) showFailure(begun.error.message);
}
