import { useEffect, useReducer, useState } from 'react';
import type { NotifyResult } from '@contract/models/alarm-check.ts';
import type { EventRules } from '@contract/models/events/event-rules.ts';
import { onEvent, request } from '../../api/ipc-client.ts';
import { adminRequest } from '../../store/admin-store.ts';
import { showFailure, showToast } from '../../store/toast-store.ts';
import { text } from '../../text/catalogue.ts';
import { checkReducer, type CheckAction, type CheckState, NOT_BEGUN } from './alarm-check-state.ts';

/** The dialog and what can be done with it. */
export interface AlarmCheckForm {
  state: CheckState;
  /** What the app makes of each type; null: not known yet. */
  actions: EventRules['actions'] | null;
  /** Asks the NVR again. */
  look: () => void;
  letNotify: (triggers: readonly string[]) => Promise<void>;
}

/** The dialog's state and its talks with main. It looks as soon as it is there, and no longer than it is there. */
export function useAlarmCheck(nvrId: number): AlarmCheckForm {
  const [state, dispatch] = useReducer(checkReducer, NOT_BEGUN);
  const [round, setRound] = useState(0);
  const [actions, setActions] = useState<EventRules['actions'] | null>(null);
  useEffect(
    () => onEvent('alarm-check:progress', (told) => dispatch({ type: 'progressed', ...told })),
    [],
  );
  useEffect(() => {
    const checkId = crypto.randomUUID();
    dispatch({ type: 'look-began', checkId });
    void ask(nvrId, checkId).then(dispatch);
    void adminRequest('event-rules:get', {}).then((rules) => {
      if (rules.ok) setActions(rules.value.actions);
    });
    // For a look that is over, cancelling does nothing.
    return () => void request('alarm-check:cancel', { checkId });
  }, [nvrId, round]);

  const letNotify = async (triggers: readonly string[]): Promise<void> => {
    const checkId = crypto.randomUUID();
    dispatch({ type: 'change-began', checkId, total: triggers.length });
    const answer = await adminRequest('alarm-check:let-notify', {
      ...{ id: nvrId, checkId, triggers: [...triggers] },
    });
    dispatch({ type: 'change-ended', results: answer.ok ? answer.value : [] });
    if (!answer.ok) showFailure(answer.error.message);
    else tellOf(answer.value);
  };
  return { state, actions, letNotify, look: () => setRound((count) => count + 1) };
}

/** What was not simply changed stays in the dialog. */
function tellOf(results: readonly NotifyResult[]): void {
  const changed = results.filter(({ outcome }) => outcome === 'notifies' || outcome === 'was-in');
  if (changed.length > 0) showToast(text.alarmCheck.changed(changed.length));
}

async function ask(id: number, checkId: string): Promise<CheckAction> {
  const answer = await adminRequest('alarm-check:look', { id, checkId });
  return answer.ok
    ? { type: 'look-ended', checkId, outcome: answer.value }
    : { type: 'look-refused', checkId, error: answer.error };
}
