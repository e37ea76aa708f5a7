import { SlidersHorizontal } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import { openOverlay } from '../../../store/overlay-store.ts';
import {
  toggleFit,
  toggleKeepingPages,
  toggleStats,
  useIsKeepingPages,
  useIsStatsShown,
  usePictureFit,
} from '../../../store/view-store.ts';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import './bar-button.css';
import './view-menu.css';

/** How the wall shows what it shows: choices that anyone at the desk may make. */
export function ViewMenu(): ReactNode {
  const id = useId();
  return (
    <>
      <button
        type="button"
        className="view-menu__button bar-button"
        popoverTarget={id}
        aria-label="View"
        title="View"
      >
        <SlidersHorizontal size={18} aria-hidden />
      </button>
      <div id={id} popover="auto" className="view-menu" role="group" aria-label="View">
        <Choice
          label="Fill tiles"
          keyName="F"
          about="Cuts off the edges of pictures that have another shape."
          isChecked={usePictureFit() === 'cover'}
          onChange={toggleFit}
        />
        <Choice
          label="Stream figures"
          keyName="I"
          about="Size, rate and delay on every tile."
          isChecked={useIsStatsShown()}
          onChange={toggleStats}
        />
        <Choice
          label="Keep pages connected"
          about="Turning back is quicker. Off: the NVRs send only what is seen."
          isChecked={useIsKeepingPages()}
          onChange={toggleKeepingPages}
        />
        <button
          type="button"
          className="view-menu__keys"
          popoverTarget={id}
          popoverTargetAction="hide"
          onClick={() => openOverlay('keys')}
        >
          All keys <kbd>?</kbd>
        </button>
      </div>
    </>
  );
}

interface ChoiceProps {
  label: string;
  about: string;
  keyName?: string;
  isChecked: boolean;
  onChange: () => void;
}

function Choice({ label, about, keyName, isChecked, onChange }: ChoiceProps): ReactNode {
  const text = (
    <>
      {label}
      {keyName !== undefined && <kbd>{keyName}</kbd>}
    </>
  );
  return (
    <div className="view-menu__choice">
      <Checkbox label={text} checked={isChecked} onChange={onChange} />
      <p>{about}</p>
    </div>
  );
}
