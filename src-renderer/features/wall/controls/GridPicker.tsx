import type { ReactNode } from 'react';
import { GRID_SIDES, type GridSide } from '@contract/models/view.ts';
import { text } from '../../../text/catalogue.ts';
import { chooseGrid, useGridSide } from '../../../store/view-store.ts';
import { Tip } from '../../../ui/Tip.tsx';
import './wall-controls.css';

const ICON_PX = 18;

/** Chooses how many tiles a page has. */
export function GridPicker(): ReactNode {
  const chosen = useGridSide();
  return (
    <div className="grid-picker" role="group" aria-label={text.wall.grid}>
      {GRID_SIDES.map((side) => (
        <Tip key={side} text={text.wall.gridTip(side)}>
          <button
            type="button"
            aria-pressed={side === chosen}
            aria-label={text.wall.gridOf(side)}
            onClick={() => chooseGrid(side)}
          >
            <GridIcon side={side} />
          </button>
        </Tip>
      ))}
    </div>
  );
}

function GridIcon({ side }: { side: GridSide }): ReactNode {
  const gap = side > 4 ? 0.75 : 2;
  const cell = (ICON_PX - gap * (side - 1)) / side;
  const cells = Array.from({ length: side * side }, (_, index) => index);
  return (
    <svg width={ICON_PX} height={ICON_PX} aria-hidden fill="currentColor">
      {cells.map((index) => (
        <rect
          key={index}
          x={(index % side) * (cell + gap)}
          y={Math.floor(index / side) * (cell + gap)}
          width={cell}
          height={cell}
          rx={side === 1 ? 2 : side > 4 ? 0.25 : 1}
        />
      ))}
    </svg>
  );
}
