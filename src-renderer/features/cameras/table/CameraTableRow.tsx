import { StickyNote } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import { text } from '../../../text/catalogue.ts';
import type { CameraEntry } from './camera-entry.ts';
import type { CameraState } from './camera-state.ts';

interface CameraTableRowProps {
  entry: CameraEntry;
  state: CameraState;
  /** 0-based place in the list. */
  index: number;
  topPx: number;
  isSelected: boolean;
  isCursor: boolean;
  isOpen: boolean;
}

/** The id of a row's element, for aria-activedescendant. */
export function rowElementId(cameraId: number): string {
  return `camera-row-${cameraId}`;
}

/** One camera in the list. Its clicks and keys are the table's. Memoised: a list of 4,096 is drawn again with every key. */
export const CameraTableRow = memo(function CameraTableRow(props: CameraTableRowProps): ReactNode {
  const { entry, state, isSelected } = props;
  const { camera, nvr, number } = entry;
  return (
    <div
      role="row"
      id={rowElementId(camera.id)}
      data-camera-id={camera.id}
      aria-rowindex={props.index + 2}
      aria-selected={isSelected}
      className="camera-row"
      data-cursor={props.isCursor}
      data-open={props.isOpen}
      data-off={state.tone === 'off'}
      style={{ transform: `translateY(${props.topPx}px)` }}
    >
      <span role="gridcell">
        <input
          type="checkbox"
          tabIndex={-1}
          readOnly
          checked={isSelected}
          aria-label={text.cameras.select(camera.name)}
        />
      </span>
      <span role="gridcell" className="camera-row__number">
        {number}
      </span>
      <span role="gridcell" className="camera-row__name" dir="auto" title={camera.name}>
        {camera.name}
      </span>
      <span role="gridcell" className="camera-row__minor" dir="auto" title={nvr?.name}>
        {nvr?.name}
      </span>
      <span role="gridcell" className="camera-row__number">
        {camera.channel}
      </span>
      <span role="gridcell" className="camera-row__minor">
        {text.cameras.streams[camera.quality]}
      </span>
      <span role="gridcell" className={`camera-chip camera-chip--${state.tone}`} title={state.hint}>
        <i aria-hidden />
        {state.text}
      </span>
      <span role="gridcell" className="camera-row__notes" title={camera.notes}>
        {camera.notes !== '' && (
          <StickyNote size={15} aria-label={text.cameras.notesOf(camera.notes)} />
        )}
      </span>
    </div>
  );
});
