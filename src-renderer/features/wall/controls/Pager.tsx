import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { text } from '../../../text/catalogue.ts';
import { withKey } from '../../../commands/commands.ts';
import { clampPage, pageCount } from '../../../model/paging.ts';
import { useWallCameras } from '../../../store/site-store.ts';
import { turn, useGridSide, usePage } from '../../../store/view-store.ts';

/** Turns pages and says where one is: "2 / 3". */
export function Pager(): ReactNode {
  const cameras = useWallCameras().length;
  const side = useGridSide();
  const page = clampPage(usePage(), cameras, side);
  const pages = pageCount(cameras, side);
  return (
    <nav className="pager" aria-label={text.wall.pages}>
      <button
        type="button"
        aria-label={text.wall.previousPage}
        title={withKey(text.wall.previousPage, 'wall', 'previousPage')}
        disabled={pages === 1}
        onClick={() => turn(-1)}
      >
        <ChevronLeft size={18} aria-hidden />
      </button>
      <span data-testid="page-position" aria-live="polite">
        {page + 1} / {pages}
      </span>
      <button
        type="button"
        aria-label={text.wall.nextPage}
        title={withKey(text.wall.nextPage, 'wall', 'nextPage')}
        disabled={pages === 1}
        onClick={() => turn(1)}
      >
        <ChevronRight size={18} aria-hidden />
      </button>
    </nav>
  );
}
