import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { text } from '../../../text/catalogue.ts';
import { withKey } from '../../../commands/commands.ts';
import { clampPage, pageCount } from '../../../model/paging.ts';
import { useWallCameras } from '../../../store/site-store.ts';
import { turn, useGridSide, usePage } from '../../../store/view-store.ts';
import { Tip } from '../../../ui/Tip.tsx';

/** Turns pages and says where one is: "2 / 3". */
export function Pager(): ReactNode {
  const cameras = useWallCameras().length;
  const side = useGridSide();
  const page = clampPage(usePage(), cameras, side);
  const pages = pageCount(cameras, side);
  return (
    <nav className="pager" aria-label={text.wall.pages}>
      <Tip text={withKey(text.wall.previousPage, 'wall', 'previousPage')}>
        <button
          type="button"
          aria-label={text.wall.previousPage}
          disabled={pages === 1}
          onClick={() => turn(-1)}
        >
          <ChevronLeft size={18} aria-hidden />
        </button>
      </Tip>
      <span data-testid="page-position" aria-live="polite">
        {page + 1} / {pages}
      </span>
      <Tip text={withKey(text.wall.nextPage, 'wall', 'nextPage')}>
        <button
          type="button"
          aria-label={text.wall.nextPage}
          disabled={pages === 1}
          onClick={() => turn(1)}
        >
          <ChevronRight size={18} aria-hidden />
        </button>
      </Tip>
    </nav>
  );
}
