import { z } from 'zod';

/** Tiles along one side of the wall. */
export const GRID_SIDES = [1, 2, 3, 4, 8] as const;

/** How a picture that has another shape than its tile lies in it: whole, or filling the tile with its edges cut off. */
export const PICTURE_FITS = ['contain', 'cover'] as const;

/** How the wall looked last: kept over restarts, per guard station. What came later has a default: older files lack it. */
export const viewSchema = z.strictObject({
  gridSide: z.literal(GRID_SIDES),
  /** 0-based. */
  page: z.number().int().min(0).max(100_000),
  fit: z.enum(PICTURE_FITS).default('contain'),
  /** Whether a page that was left stays connected for a moment, and the next one is connected ahead. */
  isKeepingPages: z.boolean().default(true),
  /** Whether the camera of an alarm comes to the front by itself while nobody uses the wall. */
  isPoppingUp: z.boolean().default(false),
  /** Of the sound of a camera that fills the window, 0 to 1. At first neither a whisper nor a fright. */
  volume: z.number().min(0).max(1).default(0.6),
});

/** The wall's remembered state. */
export type View = z.output<typeof viewSchema>;

/** Tiles along one side: 1, 2, 3, 4 or 8. */
export type GridSide = View['gridSide'];

/** One of PICTURE_FITS. */
export type PictureFit = View['fit'];

/** What a first start shows. */
export const DEFAULT_VIEW: View = {
  gridSide: 4,
  page: 0,
  fit: 'contain',
  isKeepingPages: true,
  isPoppingUp: false,
  volume: 0.6,
};
