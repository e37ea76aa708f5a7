/** More screens than a station has; each wall is a process of its own that decodes video. */
const MOST_WALLS = 8;

/** Names a wall window over restarts: `wall-1` is the one that every station has. */
export type WallId = `wall-${number}`;

/** All walls there can be. */
export const WALL_IDS: readonly WallId[] = Array.from(
  { length: MOST_WALLS },
  (_, index) => `wall-${index + 1}` as const,
);

/** The walls that a command line wants by `--walls=2`; one, if it says nothing that can be understood. */
export function wantedWalls(argv: readonly string[]): readonly WallId[] {
  const count = argv.map((argument) => /^--walls=(\d+)$/.exec(argument)?.[1]).find(Boolean);
  return WALL_IDS.slice(0, Math.max(1, Number(count ?? 1)));
}
