import type { ReactNode } from 'react';
import { text } from '../../../text/catalogue.ts';
import { useClips } from '../../../store/clip-store.ts';
import { useAllCameras } from '../../../store/site-store.ts';
import { showCamera, useFullscreenCameraId } from '../../../store/view-store.ts';
import './recording-chip.css';

/** Says that something is being recorded, wherever it is, and leads to the one that began first. */
export function RecordingChip(): ReactNode {
  const cameras = useAllCameras();
  const seen = useFullscreenCameraId();
  const clips = useClips().filter(({ cameraId }) => cameraId !== seen);
  const [first] = clips;
  if (first === undefined) return null;
  const names = clips.map(({ cameraId }) => cameras.find(({ id }) => id === cameraId)?.name);
  return (
    <button
      type="button"
      className="recording-chip"
      data-testid="recording-chip"
      title={text.recordings.running(names.join(', '))}
      onClick={() => showCamera(first.cameraId)}
    >
      <span className="recording-dot" aria-hidden />
      <span>
        {clips.length}{' '}
        <span className="recording-chip__word">{text.recordings.runningWord(clips.length)}</span>
      </span>
    </button>
  );
}
