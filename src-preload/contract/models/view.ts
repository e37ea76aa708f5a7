import { z } from 'zod';

/** Tiles along one side of the wall. */
export const GRID_SIDES = [1, 2, 3, 4] as const;

/** How the wall looked last: kept over restarts, per guard station. */
export const viewSchema = z.strictObject({
  gridSide: z.literal(GRID_SIDES),
  /** 0-based. */
  page: z.number().int().min(0).max(100_000),
});

/** The wall's remembered state. */
export type View = z.output<typeof viewSchema>;

/** Tiles along one side: 1, 2, 3 or 4. */
export type GridSide = View['gridSide'];

/** What a first start shows. */
export const DEFAULT_VIEW: View = { gridSide: 4, page: 0 };
