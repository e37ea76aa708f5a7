import type { SyncOutcome, SyncPreview } from '@contract/models/sync.ts';
import { failedStep } from '../probe/index.ts';
import type { SyncAction, SyncStage, SyncState } from './sync-state.ts';

/** The dialog for the moment before its first look begins. */
export const NOT_BEGUN: SyncState = {
  stage: { at: 'looking', probeId: '', progress: {} },
  isApplying: false,
  problem: null,
  attention: 0,
};

/** What the dialog becomes when something happens to it. */
export function syncReducer(state: SyncState, action: SyncAction): SyncState {
  const { stage } = state;
  switch (action.type) {
    case 'look-began':
      return enter(state, { at: 'looking', probeId: action.probeId, progress: {} });
    case 'look-progressed': {
      if (!isLooking(stage, action.probeId)) return state;
      const { progress } = action;
      const known = { ...stage.progress, [progress.step]: progress };
      return { ...state, stage: { ...stage, progress: known } };
    }
    case 'look-ended':
      return isLooking(stage, action.probeId)
        ? enter(state, ended(stage, action.outcome, action.nowMs))
        : state;
    case 'look-refused':
      return isLooking(stage, action.probeId)
        ? enter(state, { at: 'refused', error: action.error })
        : state;
    case 'picked':
      return pick(state, action.keys, action.isPicked);
    case 'apply-began':
      return { ...state, isApplying: true, problem: null };
    case 'apply-refused':
      return { ...state, isApplying: false, problem: action.error.message };
  }
}

function enter(state: SyncState, stage: SyncStage): SyncState {
  return { stage, isApplying: false, problem: null, attention: state.attention + 1 };
}

type Looking = Extract<SyncStage, { at: 'looking' }>;

function isLooking(stage: SyncStage, probeId: string): stage is Looking {
  return stage.at === 'looking' && stage.probeId === probeId;
}

function ended({ progress }: Looking, outcome: SyncOutcome, nowMs: number): SyncStage {
  if (outcome.ok) {
    return { at: 'review', preview: outcome.value, picked: firstPicks(outcome.value) };
  }
  const failure = outcome.error;
  const unlockInMs = failure.kind === 'locked' ? failure.unlockInMs : null;
  return {
    ...{ at: 'failed', failure },
    // The answer may overtake the last progress events.
    progress: { ...progress, [failure.step]: failedStep(failure) },
    endsAtMs: unlockInMs === null ? null : nowMs + unlockInMs,
  };
}

/** All but what would undo somebody's work, and nothing at all of a device that may be another one. */
function firstPicks({ changes, otherDevice }: SyncPreview): ReadonlySet<string> {
  if (otherDevice !== null) return new Set();
  const safe = changes.filter((change) => change.kind !== 'renamed' || !change.isEditedByHand);
  return new Set(safe.map(({ key }) => key));
}

function pick(state: SyncState, keys: readonly string[], isPicked: boolean): SyncState {
  const { stage } = state;
  if (stage.at !== 'review') return state;
  const picked = new Set(stage.picked);
  for (const key of keys) {
    if (isPicked) picked.add(key);
    else picked.delete(key);
  }
  return { ...state, stage: { ...stage, picked } };
}
