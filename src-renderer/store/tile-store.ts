import { create } from 'zustand';
import type { PlayerState } from '../player/player-types.ts';

/**
 * How a tile counts in the wall's summary. `damaged`: the present, but smeared; `frozen`: connected, but no new frame is shown; `left-out`: nothing is wrong, but it is one too many for its recorder.
 */
export type TileHealth =
  'live' | 'late' | 'damaged' | 'starting' | 'frozen' | 'problem' | 'left-out';

/** A camera that was broken when it was on screen last, or is so now. Unix times in ms. */
export interface CameraTrouble {
  health: 'frozen' | 'problem';
  /** When it was first seen broken; it has not been seen well since. */
  sinceMs: number;
  /** When it left the screen; null: it is there. */
  leftMs: number | null;
  /** What its tile says, or said last: "Offline. The NVR cannot be reached." */
  why: string;
}

/** What broke so shortly before go2rtc was known to be down broke because of it: a hanging one is found out after some seconds. */
const SAME_CAUSE_MS = 10_000;

interface TileState {
  health: Record<number, TileHealth>;
  troubles: Record<number, CameraTrouble>;
}

const useTiles = create<TileState>(() => ({ health: {}, troubles: {} }));

/** What is known of the tiles that are on screen, by camera; of all other cameras nothing is. */
export const useTileHealths = (): Readonly<Record<number, TileHealth>> =>
  useTiles(({ health }) => health);

/** Cameras that were broken when somebody last saw them: a page that is turned mends nothing. */
export const useCameraTroubles = (): Readonly<Record<number, CameraTrouble>> =>
  useTiles(({ troubles }) => troubles);

/** The same outside React. */
export function currentTroubles(): Readonly<Record<number, CameraTrouble>> {
  return useTiles.getState().troubles;
}

/** Unix time in ms since when a camera has been broken, over page turns; null: it was well when it was seen last, or never seen. */
export const useTroubleSinceMs = (cameraId: number): number | null =>
  useTiles(({ troubles }) => troubles[cameraId]?.sinceMs ?? null);

/** How many tiles are visible, and how they are. */
export interface TileCounts {
  /** Those that are late included. */
  live: number;
  late: number;
  damaged: number;
  /** Those that are frozen included. */
  problems: number;
  frozen: number;
  leftOut: number;
  /** Those that are left out included. */
  all: number;
}

/** Visible tiles by health. Numbers as text keep the selector's result comparable. */
export function useTileCounts(): TileCounts {
  const summary = useTiles(({ health }) => {
    const all = Object.values(health);
    const count = (wanted: TileHealth): number => all.filter((one) => one === wanted).length;
    const wanted = ['live', 'late', 'damaged', 'problem', 'frozen', 'left-out'] as const;
    return [...wanted.map(count), all.length].join(' ');
  });
  const [present = 0, late = 0, damaged = 0, other = 0, frozen = 0, leftOut = 0, all = 0] = summary
    .split(' ')
    .map(Number);
  return { live: present + late, late, damaged, problems: other + frozen, frozen, leftOut, all };
}

/** Whether everything that is seen has come to rest: nothing is starting. */
export const useIsWallAtRest = (): boolean =>
  useTiles(({ health }) => {
    const all = Object.values(health);
    return all.length > 0 && !all.includes('starting');
  });

/** What a tile knows of why it is broken. */
export interface TileCause {
  /** When its last picture was shown, as Unix time, where that is known: it broke then, and not only now. */
  pictureEndedAtMs?: number | undefined;
  /** Null: it says nothing new. */
  why?: string | null;
}

/** Reports one visible tile; null when it left the screen. */
export function reportTile(
  cameraId: number,
  health: TileHealth | null,
  cause: TileCause = {},
): void {
  useTiles.setState(({ health: before, troubles }) => {
    const { [cameraId]: _gone, ...others } = before;
    return {
      health: health === null ? others : { ...others, [cameraId]: health },
      troubles: troublesAfter(troubles, cameraId, health, cause),
    };
  });
}

/** Whether a tile shows the present, however well. */
export function isPresent(health: TileHealth | undefined): boolean {
  return health === 'live' || health === 'late' || health === 'damaged';
}

/** Forgets what was noted of cameras that are not wanted on the wall any more. */
export function keepTroublesOf(cameraIds: ReadonlySet<number>): void {
  forgetTroubles((id) => !cameraIds.has(id));
}

/** The streaming service went down: what broke with it says nothing about cameras. */
export function forgetRecentTroubles(): void {
  const fromMs = Date.now() - SAME_CAUSE_MS;
  forgetTroubles((_id, { sinceMs }) => sinceMs >= fromMs);
}

/** The summary's view of a player state. */
export function healthOf(state: PlayerState): TileHealth {
  switch (state.kind) {
    case 'live':
    case 'late':
    case 'damaged':
      return state.kind;
    case 'idle':
      return 'starting';
    case 'connecting':
      return state.after === null || state.after === 'slow' ? 'starting' : 'problem';
    case 'stale':
      return 'frozen';
    case 'still':
    case 'offline':
    case 'refused':
    case 'unsupported':
      return 'problem';
  }
}

function troublesAfter(
  before: TileState['troubles'],
  cameraId: number,
  health: TileHealth | null,
  cause: TileCause,
): TileState['troubles'] {
  const { [cameraId]: known, ...others } = before;
  const nowMs = Date.now();
  switch (health) {
    case 'live':
    case 'late':
    case 'damaged':
      return known === undefined ? before : others;
    case 'frozen':
    case 'problem': {
      const why = cause.why ?? known?.why ?? '';
      if (known?.health === health && known.leftMs === null && known.why === why) return before;
      // The clock may have been put back since that picture.
      const sinceMs = known?.sinceMs ?? Math.min(cause.pictureEndedAtMs ?? nowMs, nowMs);
      return { ...others, [cameraId]: { health, sinceMs, leftMs: null, why } };
    }
    case null:
      if (known?.leftMs !== null) return before;
      return { ...others, [cameraId]: { ...known, leftMs: nowMs } };
    // Neither says whether it is well.
    case 'starting':
    case 'left-out':
      return before;
  }
}

function forgetTroubles(isOver: (cameraId: number, trouble: CameraTrouble) => boolean): void {
  useTiles.setState(({ troubles }) => {
    const kept = Object.entries(troubles).filter(([id, trouble]) => !isOver(Number(id), trouble));
    return kept.length === Object.keys(troubles).length
      ? {}
      : { troubles: Object.fromEntries(kept) };
  });
}
