import { useEffect, useRef, type ReactNode } from 'react';
import { text } from '../../../text/catalogue.ts';
import type { NumberedCamera } from '../../../model/camera-search.ts';
import { useTroubleSinceMs } from '../../../store/tile-store.ts';

interface FoundCamerasProps {
  found: readonly NumberedCamera[];
  /** The one that Enter opens. */
  chosen: number;
  onOpen: (one: NumberedCamera) => void;
}

/** Of the list's entry for a camera, for aria-activedescendant. */
export function optionId({ camera }: NumberedCamera): string {
  return `found-camera-${camera.id}`;
}

/** The list below the field; the focus stays in the field. */
export function FoundCameras({ found, chosen, onOpen }: FoundCamerasProps): ReactNode {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    ref.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [chosen, found]);
  return (
    <div
      ref={ref}
      id="found-cameras"
      className="find__list"
      role="listbox"
      aria-label={text.wall.cameras}
    >
      {found.map((one, index) => (
        <FoundCamera
          key={one.camera.id}
          one={one}
          isChosen={index === chosen}
          onOpen={() => onOpen(one)}
        />
      ))}
    </div>
  );
}

interface FoundCameraProps {
  one: NumberedCamera;
  isChosen: boolean;
  onOpen: () => void;
}

function FoundCamera({ one, isChosen, onOpen }: FoundCameraProps): ReactNode {
  const isBroken = useTroubleSinceMs(one.camera.id) !== null;
  return (
    <div
      id={optionId(one)}
      className="find__option"
      role="option"
      aria-selected={isChosen}
      // A press on the list must not take the focus from the field.
      onPointerDown={(event) => event.preventDefault()}
      onClick={onOpen}
    >
      <span className="find__number">{one.number}</span>
      <bdi className="find__name">{one.camera.name}</bdi>
      {isBroken && <span className="find__broken">{text.wall.notLive}</span>}
      <bdi className="find__nvr">{one.nvrName}</bdi>
    </div>
  );
}
