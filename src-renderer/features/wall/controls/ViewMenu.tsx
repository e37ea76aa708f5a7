import { SlidersHorizontal } from 'lucide-react';
import type { ReactNode } from 'react';
import { COMMANDS } from '../../../commands/commands.ts';
import { text } from '../../../text/catalogue.ts';
import { openOverlay } from '../../../store/overlay-store.ts';
import {
  toggleFit,
  toggleKeepingPages,
  togglePoppingUp,
  toggleStats,
  useIsKeepingPages,
  useIsPoppingUp,
  useIsStatsShown,
  usePictureFit,
} from '../../../store/view-store.ts';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { Popup } from '../../../ui/Popup.tsx';
import '../../../ui/bar-button.css';
import './view-menu.css';

/** How the wall shows what it shows: choices that anyone at the desk may make. */
export function ViewMenu(): ReactNode {
  return (
    <Popup
      label={text.wall.view}
      className="view-menu"
      tip={text.wall.view}
      trigger={
        <button type="button" className="bar-button" aria-label={text.wall.view}>
          <SlidersHorizontal size={18} aria-hidden />
        </button>
      }
    >
      {(close) => <Choices onLeave={close} />}
    </Popup>
  );
}

function Choices({ onLeave }: { onLeave: () => void }): ReactNode {
  return (
    <>
      <Choice
        label={text.wall.fill}
        keyName={COMMANDS.wall.fill.shown[0]}
        about={text.wall.fillAbout}
        isChecked={usePictureFit() === 'cover'}
        onChange={toggleFit}
      />
      <Choice
        label={text.wall.figures}
        keyName={COMMANDS.wall.figures.shown[0]}
        about={text.wall.figuresAbout}
        isChecked={useIsStatsShown()}
        onChange={toggleStats}
      />
      <Choice
        label={text.wall.keepPages}
        about={text.wall.keepPagesAbout}
        isChecked={useIsKeepingPages()}
        onChange={toggleKeepingPages}
      />
      <Choice
        label={text.wall.popUps}
        about={text.wall.popUpsAbout}
        isChecked={useIsPoppingUp()}
        onChange={togglePoppingUp}
      />
      <button
        type="button"
        className="view-menu__keys"
        onClick={() => {
          onLeave();
          openOverlay('keys');
        }}
      >
        {text.wall.allKeys} <kbd>?</kbd>
      </button>
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
