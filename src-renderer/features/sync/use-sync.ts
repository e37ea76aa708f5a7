import { useEffect, useReducer, useState } from 'react';
import type { Nvr } from '@contract/models/nvr.ts';
import type { SyncPreview } from '@contract/models/sync.ts';
import { text } from '../../text/catalogue.ts';
import { onEvent, request } from '../../api/ipc-client.ts';
import { adminRequest } from '../../store/admin-store.ts';
import { showToast } from '../../store/toast-store.ts';
import { NOT_BEGUN, syncReducer } from './sync-reducer.ts';
import type { SyncAction, SyncState } from './sync-state.ts';

/** The dialog and what can be done with it. */
export interface Sync {
  state: SyncState;
  dispatch: (action: SyncAction) => void;
  /** Looks at the recorder again. */
  look: () => void;
  apply: (preview: SyncPreview, picked: ReadonlySet<string>) => Promise<void>;
}

/** The dialog's state and its talks with main. It looks as soon as it is there, and no longer than it is there. */
export function useSync({ id, name }: Pick<Nvr, 'id' | 'name'>, onApplied: () => void): Sync {
  const [state, dispatch] = useReducer(syncReducer, NOT_BEGUN);
  const [round, setRound] = useState(0);
  useEffect(
    () => onEvent('nvr:probe-progress', (event) => dispatch({ type: 'look-progressed', ...event })),
    [],
  );
  useEffect(() => {
    const probeId = crypto.randomUUID();
    dispatch({ type: 'look-began', probeId });
    void ask(id, probeId).then(dispatch);
    // For a look that is over, cancelling does nothing.
    return () => void request('nvr:cancel-probe', { probeId });
  }, [id, round]);

  const apply = async (preview: SyncPreview, picked: ReadonlySet<string>): Promise<void> => {
    dispatch({ type: 'apply-began' });
    const { previewId, otherDevice } = preview;
    const applied = await adminRequest('nvr:apply-sync', { id, previewId, keys: [...picked] });
    if (!applied.ok) {
      dispatch({ type: 'apply-refused', error: applied.error });
      return;
    }
    const { changed } = applied.value;
    showToast(
      changed === 0 && otherDevice !== null
        ? text.sync.newSerial(name, otherDevice.seenSerial)
        : text.sync.changed(changed),
    );
    onApplied();
  };
  return { state, dispatch, apply, look: () => setRound((count) => count + 1) };
}

async function ask(id: number, probeId: string): Promise<SyncAction> {
  const answer = await adminRequest('nvr:preview-sync', { id, probeId });
  return answer.ok
    ? { type: 'look-ended', probeId, outcome: answer.value, nowMs: performance.now() }
    : { type: 'look-refused', probeId, error: answer.error };
}
