import type { ReactNode } from 'react';
import { EVENT_TYPES } from '@contract/models/events/event-type.ts';
import { useWantedEvents, wantEvents } from '../../store/event-store.ts';
import { useAllCameras } from '../../store/site-store.ts';
import { useChosenCameraId } from '../../store/view-store.ts';
import { text } from '../../text/catalogue.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';

/** Which rows are listed. */
export function EventFilters(): ReactNode {
  const wanted = useWantedEvents();
  const chosenCameraId = useChosenCameraId();
  const cameraId = wanted.cameraId ?? chosenCameraId;
  const name = useAllCameras().find(({ id }) => id === cameraId)?.name;
  const { onlyOpen, onlyUnacknowledged, onlyCamera, ofCamera } = text.events;
  return (
    <div className="event-filters" role="group" aria-label={text.events.title}>
      <Checkbox
        label={onlyOpen}
        checked={wanted.onlyOpen}
        onChange={(isTicked) => wantEvents({ onlyOpen: isTicked })}
      />
      <Checkbox
        label={onlyUnacknowledged}
        checked={wanted.onlyUnacknowledged}
        onChange={(isTicked) => wantEvents({ onlyUnacknowledged: isTicked })}
      />
      <Checkbox
        label={<bdi>{name === undefined ? ofCamera : onlyCamera(name)}</bdi>}
        checked={wanted.cameraId !== null}
        onChange={(isTicked) => wantEvents({ cameraId: isTicked ? cameraId : null })}
      />
      <select
        aria-label={text.events.type}
        value={wanted.type ?? ''}
        onChange={({ target }) =>
          wantEvents({ type: EVENT_TYPES.find((type) => type === target.value) ?? null })
        }
      >
        <option value="">{text.events.allTypes}</option>
        {EVENT_TYPES.map((type) => (
          <option key={type} value={type}>
            {text.events.types[type]}
          </option>
        ))}
      </select>
    </div>
  );
}
