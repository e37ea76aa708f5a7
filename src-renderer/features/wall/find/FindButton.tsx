import { Search } from 'lucide-react';
import type { ReactNode } from 'react';
import { openOverlay } from '../../../store/overlay-store.ts';
import '../controls/view-menu.css';
import './find.css';

/** Opens the search, for those who have no keyboard at hand. */
export function FindButton(): ReactNode {
  return (
    <button
      type="button"
      className="bar-button find-button"
      aria-label="Find a camera"
      title="Find a camera (/)"
      onClick={() => openOverlay('find')}
    >
      <Search size={18} aria-hidden />
    </button>
  );
}
