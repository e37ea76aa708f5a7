/** Who is measured: the app, the two stock ways of showing go2rtc's streams, and a wall of native players. */
export const SUBJECTS = ['ours', 'iframes', 'elements', 'players'] as const;

/** One of {@link SUBJECTS}. */
export type SubjectName = (typeof SUBJECTS)[number];

/** What has to hold for the median of ours: against a limit, or against another subject's median. */
export type Goal =
  | { kind: 'at-most' | 'at-least'; limit: number }
  | { kind: 'times-at-most'; factor: number; of: SubjectName };

/** One row of the table: what a number means and what it should be. */
export interface Measure {
  title: string;
  unit: string;
  /** How it is taken, in a sentence or two. */
  meaning: string;
  /** None where it is only reported. */
  goals: readonly Goal[];
}

/** Every row, in the order of the table. */
export const MEASURES = {
  warmTurn: {
    title: 'warm page turn, last of 16 tiles',
    unit: 'ms',
    meaning:
      'From the key to the moment when the last of 16 visible tiles showed a new sub-stream frame of its own camera; the page was left about a second before. Median of all turns.',
    goals: [{ kind: 'times-at-most', factor: 1 / 8, of: 'iframes' }],
  },
  coldTurn: {
    title: 'cold page turn, last of 16 tiles',
    unit: 'ms',
    meaning:
      'The same for a page that was never shown since the start, three seconds after that; one in each round. It may have been connected ahead.',
    goals: [{ kind: 'times-at-most', factor: 1 / 2, of: 'iframes' }],
  },
  fullscreen: {
    title: 'tile to fullscreen, first main frame',
    unit: 'ms',
    meaning: 'From the key to the first frame of the main stream of the first tile’s camera.',
    goals: [{ kind: 'times-at-most', factor: 1 / 3, of: 'iframes' }],
  },
  fullscreenBlank: {
    title: 'longest time without a picture on the way',
    unit: 'ms',
    meaning:
      'Meanwhile, before each repaint: is there a visible video that has a picture where the tile’s middle is? An old picture that stays counts as one.',
    goals: [{ kind: 'at-most', limit: 0 }],
  },
  framesShown: {
    title: 'frames shown of those sent',
    unit: '%',
    meaning:
      'Frames that 16 videos delivered and the compositor took (the lower of totalVideoFrames - droppedVideoFrames and presentedFrames) of the 240 a second that the recorder sends, on a page left alone.',
    goals: [{ kind: 'at-least', limit: 98 }],
  },
  cpuPerFrame: {
    title: 'CPU time per shown frame',
    unit: 'ms',
    meaning:
      'At the same time: user and system time of every process of the subject, its go2rtc included, from /proc; without the X server and the recorder.',
    goals: [
      { kind: 'times-at-most', factor: 1 / 10, of: 'iframes' },
      { kind: 'times-at-most', factor: 1.5, of: 'players' },
    ],
  },
  rendererMemory: {
    title: 'memory of renderer processes',
    unit: 'MB',
    meaning: 'Their proportional share (PSS) after that, from /proc; nothing was collected before.',
    goals: [{ kind: 'times-at-most', factor: 0.6, of: 'iframes' }],
  },
  lag: {
    title: 'lag behind the newest frame, p95',
    unit: 'ms',
    meaning:
      'The frame’s number is read from the pixels of all 16 pictures several times a second and compared with the newest one that the recorder had sent by then. Whole frames of 67 ms, 95th percentile of a round.',
    goals: [
      { kind: 'times-at-most', factor: 1 / 2, of: 'iframes' },
      { kind: 'at-most', limit: 400 },
    ],
  },
  start: {
    title: 'app start to 16 live tiles',
    unit: 'ms',
    meaning: 'From starting the process to the last of 16 tiles showing a frame.',
    goals: [],
  },
  emptyStart: {
    title: 'app start to an empty window',
    unit: 'ms',
    meaning: 'The same app without data: from starting the process to its first contentful paint.',
    goals: [],
  },
} as const satisfies Record<string, Measure>;

/** One of {@link MEASURES}. */
export type MeasureName = keyof typeof MEASURES;

/** Everything that was measured of one subject: any number of values by measure. */
export type Samples = Partial<Record<MeasureName, number[]>>;
