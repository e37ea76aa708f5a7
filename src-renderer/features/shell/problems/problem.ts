import type { Camera } from '@contract/models/camera.ts';
import type { RecorderHealth } from '@contract/models/health.ts';
import type { NvrWithLogin } from '@contract/models/nvr.ts';
import type { PlaybackStatus } from '@contract/models/playback.ts';
import type { SecretsStatus } from '@contract/models/secrets.ts';
import type { CameraTrouble, TileHealth } from '../../../store/tile-store.ts';

/** What can be done about a problem from the list. `open-nvrs` needs the admin PIN. */
export type ProblemWay =
  'restart-streaming' | 'retry-keychain' | 'open-nvrs' | 'open-health' | 'hide';

/** One of the things that share a cause. */
export interface ProblemItem {
  id: number;
  name: string;
  /** Unix time in ms; null: unknown. */
  sinceMs: number | null;
  /** Leads to its page on the wall. */
  isCamera: boolean;
  /** When it was seen last, Unix time in ms; null: it is on screen, or is no camera. */
  leftMs: number | null;
  /** What its tile said; empty: it said nothing, or the problem's title says it. */
  why: string;
}

/** One cause, however many recorders or cameras share it. */
export interface Problem {
  /** Names the cause. */
  key: string;
  title: string;
  /** The same in so few words that the bar has room for them in a type that is legible from across the room. */
  headline: string;
  /** What the headline leaves out: whom it concerns, or what it means. */
  detail: string;
  /** What to do, for the one who stands before the wall. */
  advice: string;
  /** Unix time in ms; null: unknown. */
  sinceMs: number | null;
  /** False: something to read, but pictures are not concerned. */
  isBroken: boolean;
  way: ProblemWay | null;
  items: ProblemItem[];
}

/** All that is known of the station. */
export interface SiteTruth {
  playback: PlaybackStatus;
  secrets: SecretsStatus;
  nvrs: readonly NvrWithLogin[];
  /** Those of the wall. */
  cameras: readonly Camera[];
  /** Tiles on screen. */
  healths: Readonly<Record<number, TileHealth>>;
  troubles: Readonly<Record<number, CameraTrouble>>;
  /** How NVRs are by what they tell of themselves, by their ids. */
  nvrHealths: Readonly<Record<number, RecorderHealth>>;
  notices: readonly string[];
  /** Unix time in ms. */
  nowMs: number;
}
