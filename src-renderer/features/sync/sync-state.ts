import type { Refusal } from '../../api/ipc-client.ts';
import type { ProbeFailure, ProbeProgress } from '@contract/models/probe.ts';
import type { SyncOutcome, SyncPreview } from '@contract/models/sync.ts';
import type { StepProgress } from '../probe/index.ts';

/** What the dialog shows. */
export type SyncStage =
  | { at: 'looking'; probeId: string; progress: StepProgress }
  /** `endsAtMs`: when a lock is over, by `performance.now()`; null: unknown or no lock. */
  | { at: 'failed'; failure: ProbeFailure; progress: StepProgress; endsAtMs: number | null }
  /** Main did not even look. */
  | { at: 'refused'; error: Refusal }
  | { at: 'review'; preview: SyncPreview; picked: ReadonlySet<string> };

/** The whole dialog. */
export interface SyncState {
  stage: SyncStage;
  isApplying: boolean;
  /** Why the last picks were not applied. */
  problem: string | null;
  /** Counts up whenever the focus belongs to what the dialog now asks for. */
  attention: number;
}

/** All that can happen to the dialog. */
export type SyncAction =
  | { type: 'look-began'; probeId: string }
  | { type: 'look-progressed'; probeId: string; progress: ProbeProgress }
  | { type: 'look-ended'; probeId: string; outcome: SyncOutcome; nowMs: number }
  | { type: 'look-refused'; probeId: string; error: Refusal }
  | { type: 'picked'; keys: readonly string[]; isPicked: boolean }
  | { type: 'apply-began' }
  | { type: 'apply-refused'; error: Refusal };
