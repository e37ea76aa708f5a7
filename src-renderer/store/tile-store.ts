import { create } from 'zustand';
import type { PlayerState } from '../player/player-types.ts';

/**
 * How a tile counts in the wall's summary. `live`: the present, also where parts of it are damaged; `frozen`: connected, but no new
 * frame is shown; `left-out`: nothing is wrong, but it is one too many for its recorder.
 */
export type TileHealth = 'live' | 'late' | 'starting' | 'frozen' | 'problem' | 'left-out';

const useTiles = create<{ health: Record<number, TileHealth> }>(() => ({ health: {} }));

/** What is known of the tiles that are on screen, by camera; of all other cameras nothing is. */
export const useTileHealths = (): Readonly<Record<number, TileHealth>> =>
  useTiles(({ health }) => health);

/** How many tiles are visible, and how they are. */
export interface TileCounts {
  /** Those that are late included. */
  live: number;
  late: number;
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
    const wanted = ['live', 'late', 'problem', 'frozen', 'left-out'] as const;
    return [...wanted.map(count), all.length].join(' ');
  });
  const [present = 0, late = 0, other = 0, frozen = 0, leftOut = 0, all = 0] = summary
    .split(' ')
    .map(Number);
  return { live: present + late, late, problems: other + frozen, frozen, leftOut, all };
}

/** Reports one visible tile; null when it left the screen. */
export function reportTile(cameraId: number, health: TileHealth | null): void {
  useTiles.setState(({ health: before }) => {
    const { [cameraId]: _gone, ...others } = before;
    return { health: health === null ? others : { ...others, [cameraId]: health } };
  });
}

/** The summary's view of a player state. */
export function healthOf(state: PlayerState): TileHealth {
  switch (state.kind) {
    case 'live':
    case 'late':
      return state.kind;
    case 'damaged':
      return 'live';
    case 'idle':
      return 'starting';
    case 'connecting':
      return state.after === null ? 'starting' : 'problem';
    case 'stale':
      return 'frozen';
    case 'still':
    case 'offline':
    case 'refused':
    case 'unsupported':
      return 'problem';
  }
}
