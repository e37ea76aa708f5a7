import { useEffect, useReducer, useRef } from 'react';
import { newNvrSchema, type NewNvrInput } from '@contract/models/nvr.ts';
import { recorderEntriesSchema } from '@contract/models/probe-request.ts';
import type { ProbeReport } from '@contract/models/probe.ts';
import { fieldErrors } from '@contract/schemas.ts';
import { onEvent, request } from '../../api/ipc-client.ts';
import { adminRequest } from '../../store/admin-store.ts';
import { currentWallCameras, loadSite } from '../../store/site-store.ts';
import { showToast } from '../../store/toast-store.ts';
import { showCamera } from '../../store/view-store.ts';
import { addNvrReducer, EMPTY_FORM } from './add-nvr-reducer.ts';
import type { AddNvrAction, AddNvrState } from './add-nvr-state.ts';
import { importRequest } from './import-request.ts';

/** The form and what can be done with it. */
export interface AddNvr {
  state: AddNvrState;
  dispatch: (action: AddNvrAction) => void;
  /** Looks at the recorder; a fingerprint is given when somebody has just accepted it. */
  connect: (acceptedFingerprint?: string) => Promise<void>;
  /** Shows the entries again; a look that is under way ends. */
  goBack: () => void;
  addByPattern: () => Promise<void>;
  addChosen: (report: ProbeReport, chosen: ReadonlySet<number>) => Promise<void>;
}

/** The form's state and its talks with main: the contract's own schemas judge first, then main has the last word. */
export function useAddNvr(onAdded: () => void): AddNvr {
  const [state, dispatch] = useReducer(addNvrReducer, EMPTY_FORM);
  useCancelOnLeaving(state);
  const formId = useRef<string>(undefined);
  const { entries } = state;

  useEffect(
    () =>
      onEvent('nvr:probe-progress', (event) => dispatch({ type: 'check-progressed', ...event })),
    [],
  );

  const connect = async (acceptedFingerprint = state.acceptedFingerprint): Promise<void> => {
    const { maxChannels: _byPattern, ...toCheck } = entries;
    const parsed = recorderEntriesSchema.safeParse(toCheck);
    if (!parsed.success) {
      dispatch({ type: 'fields-refused', fields: fieldErrors(parsed.error) });
      return;
    }
    const id = crypto.randomUUID();
    formId.current ??= crypto.randomUUID();
    dispatch({ type: 'check-began', probeId: id, acceptedFingerprint });
    const answer = await adminRequest('nvr:probe', {
      ...{ ...toCheck, probeId: id, formId: formId.current, acceptedFingerprint },
    });
    dispatch(
      answer.ok
        ? { type: 'check-ended', probeId: id, outcome: answer.value, nowMs: Date.now() }
        : { type: 'check-refused', probeId: id, error: answer.error },
    );
  };
  const save = async (nvr: NewNvrInput): Promise<void> => {
    const parsed = newNvrSchema.safeParse(nvr);
    if (!parsed.success) {
      dispatch({ type: 'fields-refused', fields: fieldErrors(parsed.error) });
      return;
    }
    dispatch({ type: 'save-began' });
    const added = await adminRequest('nvr:add', nvr);
    if (!added.ok) {
      dispatch({ type: 'save-refused', error: added.error });
      return;
    }
    await showAdded(added.value.id, added.value.name);
    onAdded();
  };
  return {
    ...{ state, dispatch, connect },
    goBack: () => dispatch({ type: 'went-back' }),
    addByPattern: () => save({ ...entries, fingerprint: state.acceptedFingerprint }),
    addChosen: (report, chosen) => save(importRequest(entries, report, chosen)),
  };
}

/** A look ends with its stage, whether somebody goes back or closes the form; for one that is over already, cancelling does nothing. */
function useCancelOnLeaving({ stage }: AddNvrState): void {
  const probeId = stage.at === 'checking' ? stage.probeId : null;
  useEffect(() => {
    if (probeId === null) return;
    return () => void request('nvr:cancel-probe', { probeId });
  }, [probeId]);
}

async function showAdded(nvrId: number, name: string): Promise<void> {
  await loadSite();
  const cameras = currentWallCameras().filter((camera) => camera.nvrId === nvrId);
  const [first] = cameras;
  if (first) showCamera(first.id);
  const count = cameras.length;
  showToast(`“${name}” added with ${count} ${count === 1 ? 'camera' : 'cameras'}.`);
}
