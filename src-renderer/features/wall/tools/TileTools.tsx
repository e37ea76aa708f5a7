import { Camera as CameraIcon, Circle, History, LoaderCircle, Square } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Camera } from '@contract/models/camera.ts';
import type { Clip } from '@contract/models/clip.ts';
import { text } from '../../../text/catalogue.ts';
import { withKey } from '../../../commands/commands.ts';
import { minutesSeconds } from '../../../text/minutes-seconds.ts';
import { useClipOf, useIsClipStarting } from '../../../store/clip-store.ts';
import type { Picture } from './picture-of.ts';

interface TileToolsProps {
  camera: Camera;
  picture: Picture | null;
  tabIndex: number;
  onSnapshot: () => void;
  onToggleClip: () => void;
  onLookBack: () => void;
}

/** Buttons over a tile, while it is pointed at or has the focus; a recording is seen all the time. */
export function TileTools({
  camera,
  picture,
  tabIndex,
  onSnapshot,
  onToggleClip,
  onLookBack,
}: TileToolsProps): ReactNode {
  const clip = useClipOf(camera.id);
  const isStarting = useIsClipStarting(camera.id);
  return (
    <div className="tile-tools" role="group" aria-label={text.recordings.tools(camera.name)}>
      <div className="tile-tools__row">
        <button
          type="button"
          className="tile-tool"
          tabIndex={tabIndex}
          aria-label={text.recordings.snapshotOf(camera.name)}
          title={snapshotTitle(picture)}
          disabled={picture === null}
          onClick={onSnapshot}
        >
          <CameraIcon size={16} aria-hidden />
        </button>
        <button
          type="button"
          className="tile-tool"
          tabIndex={tabIndex}
          aria-label={text.review.lookBackOf(camera.name)}
          title={withKey(text.review.lookBack, 'tile', 'lookBack')}
          onClick={onLookBack}
        >
          <History size={16} aria-hidden />
        </button>
        {clip ? (
          <StopButton {...{ camera, clip, tabIndex, onToggleClip }} />
        ) : (
          <button
            type="button"
            className={isStarting ? 'tile-tool tile-tool--busy' : 'tile-tool'}
            tabIndex={tabIndex}
            aria-label={text.recordings.recordOf(camera.name)}
            title={
              isStarting
                ? text.recordings.begins
                : withKey(text.recordings.record, 'tile', 'record')
            }
            onClick={onToggleClip}
          >
            {isStarting ? (
              <LoaderCircle className="tile__icon--busy" size={16} aria-hidden />
            ) : (
              <Circle className="tile-tool__record" size={16} fill="currentColor" aria-hidden />
            )}
          </button>
        )}
      </div>
    </div>
  );
}

interface StopButtonProps {
  camera: Camera;
  clip: Clip;
  tabIndex: number;
  onToggleClip: () => void;
}

function StopButton({ camera, clip, tabIndex, onToggleClip }: StopButtonProps): ReactNode {
  return (
    <button
      type="button"
      className="tile-tool tile-tool--recording"
      tabIndex={tabIndex}
      aria-label={text.recordings.stopOf(camera.name)}
      title={withKey(text.recordings.stop, 'tile', 'record')}
      onClick={onToggleClip}
    >
      <span className="recording-dot" aria-hidden />
      <span data-testid="clip-elapsed">{minutesSeconds(clip.lastsMs)}</span>
      <Square className="tile-tool__stop" size={11} fill="currentColor" aria-hidden />
    </button>
  );
}

function snapshotTitle(picture: Picture | null): string {
  if (picture === null) return text.recordings.noPicture;
  const { savePicture, saveFrozen } = text.recordings;
  const what = picture.frozenSinceMs === null ? savePicture : saveFrozen;
  return withKey(what, 'tile', 'snapshot');
}
