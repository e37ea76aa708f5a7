import type {
  AlarmCheck,
  AlarmCheckFault,
  AlarmCheckOutcome,
  AlarmCheckProgress,
  NotifyResult,
} from '@contract/models/alarm-check.ts';
import type { Refusal } from '../../api/ipc-client.ts';

/** How far main is. */
type Progress = Pick<AlarmCheckProgress, 'done' | 'total'>;

/** What the dialog shows. */
export type CheckStage =
  | { at: 'looking'; progress: Progress | null }
  | { at: 'failed'; fault: AlarmCheckFault }
  /** Main did not even look. */
  | { at: 'refused'; error: Refusal }
  | { at: 'review'; check: AlarmCheck; results: readonly NotifyResult[] };

/** The whole dialog. */
export interface CheckState {
  stage: CheckStage;
  /** What progress and answers belong to; others are of a look that is over. */
  checkId: string;
  /** How far the changes are; null: none is under way. */
  changing: Progress | null;
  /** Counts up whenever the focus belongs to what the dialog now shows. */
  attention: number;
}

/** All that can happen to it. */
export type CheckAction =
  | { type: 'look-began'; checkId: string }
  | { type: 'look-ended'; checkId: string; outcome: AlarmCheckOutcome }
  | { type: 'look-refused'; checkId: string; error: Refusal }
  | ({ type: 'progressed' } & AlarmCheckProgress)
  | { type: 'change-began'; checkId: string; total: number }
  | { type: 'change-ended'; results: readonly NotifyResult[] };

/** Before its first look. */
export const NOT_BEGUN: CheckState = {
  ...{ stage: { at: 'looking', progress: null }, checkId: '', changing: null, attention: 0 },
};

/** What the dialog becomes when something happens to it. */
export function checkReducer(state: CheckState, action: CheckAction): CheckState {
  switch (action.type) {
    case 'look-began':
      return enter({ ...state, checkId: action.checkId }, { at: 'looking', progress: null });
    case 'look-refused':
      if (action.checkId !== state.checkId) return state;
      return enter(state, { at: 'refused', error: action.error });
    case 'look-ended': {
      const { checkId, outcome } = action;
      if (checkId !== state.checkId) return state;
      if (!outcome.ok) return enter(state, { at: 'failed', fault: outcome.error });
      return enter(state, { at: 'review', check: outcome.value, results: [] });
    }
    case 'progressed':
      return action.checkId === state.checkId ? progressed(state, action) : state;
    case 'change-began':
      return { ...state, checkId: action.checkId, changing: { done: 0, total: action.total } };
    case 'change-ended':
      return changed({ ...state, changing: null }, action.results);
  }
}

function enter(state: CheckState, stage: CheckStage): CheckState {
  return { ...state, stage, changing: null, attention: state.attention + 1 };
}

function progressed(state: CheckState, { done, total }: Progress): CheckState {
  if (state.changing !== null) return { ...state, changing: { done, total } };
  if (state.stage.at !== 'looking') return state;
  return { ...state, stage: { at: 'looking', progress: { done, total } } };
}

const NOTIFYING: ReadonlySet<NotifyResult['outcome']> = new Set([
  ...(['notifies', 'was-in', 'others-lost'] as const),
]);

/** What the NVR's own lists said afterwards is known without another look. */
function changed(state: CheckState, results: readonly NotifyResult[]): CheckState {
  if (state.stage.at !== 'review') return state;
  const { check } = state.stage;
  const notifying = new Set(
    results.filter(({ outcome }) => NOTIFYING.has(outcome)).map(({ triggerId }) => triggerId),
  );
  const sources = check.sources.map((source) =>
    notifying.has(source.triggerId)
      ? { ...source, notifies: 'yes' as const, canLetNotify: false }
      : source,
  );
  return { ...state, stage: { at: 'review', check: { ...check, sources }, results } };
}
