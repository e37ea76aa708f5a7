import type { PageDebugger } from '../devtools/page-debugger.ts';
import type { SubjectName } from './measures.ts';

/** A way of showing a wall, which can be started again and again. */
export interface Subject {
  name: Exclude<SubjectName, 'players'>;
  start: () => Promise<RunningSubject>;
}

/** It runs, and its first page is being opened. */
export interface RunningSubject {
  /** The page that `opusBench` has been put into. */
  page: PageDebugger;
  /** When its process was asked for, in milliseconds since 1970. */
  startedAtEpochMs: number;
  /** Processes that count as its own, with everything below them. */
  roots: number[];
  stop: () => Promise<void>;
}
