import { Search } from 'lucide-react';
import type { ReactNode } from 'react';
import { text } from '../../../text/catalogue.ts';
import { withKey } from '../../../commands/commands.ts';
import { openOverlay } from '../../../store/overlay-store.ts';
import { Tip } from '../../../ui/Tip.tsx';
import '../../../ui/bar-button.css';
import './find-button.css';

/** Opens the search, for those who have no keyboard at hand. */
export function FindButton(): ReactNode {
  return (
    <Tip text={withKey(text.wall.find, 'wall', 'find')}>
      <button
        type="button"
        className="bar-button find-button"
        aria-label={text.wall.find}
        onClick={() => openOverlay('find')}
      >
        <Search size={18} aria-hidden />
      </button>
    </Tip>
  );
}
