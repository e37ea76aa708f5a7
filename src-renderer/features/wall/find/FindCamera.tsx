import { Search } from 'lucide-react';
import { useMemo, useState, type KeyboardEvent, type ReactNode } from 'react';
import { text } from '../../../text/catalogue.ts';
import { findCameras, type NumberedCamera } from '../../../model/camera-search.ts';
import { useNvrs, useWallCameras } from '../../../store/site-store.ts';
import { openFullscreen } from '../../../store/view-store.ts';
import { Dialog } from '../../../ui/dialog/Dialog.tsx';
import { FoundCameras, optionId } from './FoundCameras.tsx';
import './find.css';

/** More than a person reads; the rest is a matter of another word. */
const MOST_SHOWN = 100;

/** Finds a camera of the wall by name, number or NVR and opens it: a combobox with its list always open. */
export function FindCamera({ onClose }: { onClose: () => void }): ReactNode {
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState(0);
  const cameras = useNumberedCameras();
  const found = useMemo(() => findCameras(cameras, query), [cameras, query]);
  const shown = found.slice(0, MOST_SHOWN);
  const at = Math.min(chosen, shown.length - 1);
  const open = (one: NumberedCamera | undefined): void => {
    if (one === undefined) return;
    onClose();
    openFullscreen(one.camera.id);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const to = rowAfter(event.key, at, shown.length);
    if (event.key === 'Enter') open(shown[at]);
    else if (to === null) return;
    else setChosen(to);
    event.preventDefault();
  };
  return (
    <Dialog title={text.wall.find} onClose={onClose}>
      <div className="find">
        <div className="find__field">
          <Search size={18} aria-hidden />
          <input
            type="text"
            role="combobox"
            data-initial-focus
            aria-label={text.wall.findBy}
            aria-expanded
            aria-controls="found-cameras"
            aria-autocomplete="list"
            aria-activedescendant={shown[at] && optionId(shown[at])}
            placeholder={text.wall.findBy}
            autoComplete="off"
            spellCheck={false}
            dir="auto"
            value={query}
            onChange={(event) => {
              setQuery(event.target.value);
              setChosen(0);
            }}
            onKeyDown={onKeyDown}
          />
        </div>
        <FoundCameras found={shown} chosen={at} onOpen={open} />
        <p className="find__count" role="status">
          {text.wall.found(found.length, MOST_SHOWN)}
        </p>
      </div>
    </Dialog>
  );
}

function useNumberedCameras(): NumberedCamera[] {
  const cameras = useWallCameras();
  const nvrs = useNvrs();
  return useMemo(() => {
    const names = new Map(nvrs.map(({ id, name }) => [id, name]));
    return cameras.map((camera, index) => {
      return { camera, number: index + 1, nvrName: names.get(camera.nvrId) ?? '' };
    });
  }, [cameras, nvrs]);
}

/** Home and End stay with the text. */
function rowAfter(key: string, at: number, rows: number): number | null {
  if (key === 'ArrowDown') return Math.min(at + 1, rows - 1);
  if (key === 'ArrowUp') return Math.max(at - 1, 0);
  return null;
}
