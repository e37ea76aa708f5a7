import type { CameraTrouble, TileHealth } from '../../../store/tile-store.ts';
import { fold, searchText, type CameraEntry } from './camera-entry.ts';
import { cameraState, type CameraState } from './camera-state.ts';

/** Which cameras are listed. */
export const CAMERA_FILTERS = ['all', 'problems', 'disabled'] as const;
/** One of CAMERA_FILTERS. */
export type CameraFilter = (typeof CAMERA_FILTERS)[number];

/** In which order. */
export const CAMERA_SORTS = ['wall', 'offline', 'name'] as const;
/** One of CAMERA_SORTS. */
export type CameraSort = (typeof CAMERA_SORTS)[number];

/** What somebody wants to see. */
export interface Criteria {
  query: string;
  filter: CameraFilter;
  sort: CameraSort;
}

/** The list as it opens. */
export const EVERYTHING: Criteria = { query: '', filter: 'all', sort: 'wall' };

/** What tiles say, and said when they were on screen last, by camera. */
export interface Healths {
  now: Readonly<Record<number, TileHealth>>;
  troubles: Readonly<Record<number, CameraTrouble>>;
  /** Passwords cannot be read. */
  isKeychainShut: boolean;
}

/** How many cameras each filter would list. */
export type FilterCounts = Record<CameraFilter, number>;

/** What is found: the ids to list, in order, and how many there would be under each filter. */
export interface Arrangement {
  ids: number[];
  counts: FilterCounts;
}

const RANK: Record<CameraState['tone'], number> = {
  problem: 0,
  busy: 1,
  unknown: 2,
  good: 3,
  off: 4,
};

const byName = new Intl.Collator(undefined, { numeric: true });

/** Searches, filters and sorts; `entries` are in the order of the wall, which decides between equals. */
export function arrange(
  entries: readonly CameraEntry[],
  healths: Healths,
  criteria: Criteria,
): Arrangement {
  const words = fold(criteria.query)
    .split(/\s+/)
    .filter((word) => word !== '');
  const found = entries
    .filter((entry) => words.every((word) => matches(entry, word)))
    .map((entry) => ({ entry, tone: stateOf(entry, healths).tone }));
  const listed = {
    all: found,
    problems: found.filter(({ tone }) => tone === 'problem'),
    disabled: found.filter(({ tone }) => tone === 'off'),
  };
  const chosen = [...listed[criteria.filter]];
  if (criteria.sort === 'offline') chosen.sort((a, b) => RANK[a.tone] - RANK[b.tone]);
  if (criteria.sort === 'name') {
    chosen.sort((a, b) => byName.compare(a.entry.camera.name, b.entry.camera.name));
  }
  return {
    ids: chosen.map(({ entry }) => entry.camera.id),
    counts: {
      all: listed.all.length,
      problems: listed.problems.length,
      disabled: listed.disabled.length,
    },
  };
}

/** An entry's state with what its tile says now. */
export function stateOf({ camera, nvr }: CameraEntry, healths: Healths): CameraState {
  const { id } = camera;
  const { isKeychainShut } = healths;
  return cameraState(camera, nvr, {
    ...{ health: healths.now[id], trouble: healths.troubles[id], isKeychainShut },
  });
}

/** A number finds the channel, and like any other word whatever contains it. */
function matches(entry: CameraEntry, word: string): boolean {
  return searchText(entry).includes(word) || word === String(entry.camera.channel);
}
