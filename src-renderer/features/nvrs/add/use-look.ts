import { useEffect, useRef } from 'react';
import { probeRequestSchema } from '@contract/models/probe-request.ts';
import { entryErrors } from '../../../text/message-text.ts';
import { onEvent, request } from '../../../api/ipc-client.ts';
import { adminRequest } from '../../../store/admin-store.ts';
import type { AddNvrAction, AddNvrState, NvrEntries } from './add-nvr-state.ts';
import { deviceEntries } from '../entries/pattern-request.ts';

/** A form that can look at its recorder. */
export interface LookForm {
  state: AddNvrState;
  dispatch: (action: AddNvrAction) => void;
  /** Looks at the recorder; a fingerprint is given when somebody has just accepted it. */
  connect: (acceptedFingerprint?: string) => Promise<void>;
  /** Looks again over HTTPS, as the recorder wants it. */
  connectSecurely: (port: number) => Promise<void>;
  /** Shows the entries again; a look that is under way ends. */
  goBack: () => void;
}

interface Look extends LookForm {
  /** One for as long as the form is open, so that a refused password is not sent again for it. */
  formId: () => string;
}

/** Looks at the recorder that a form holds. With an id, an empty password means the stored one. */
export function useLook(
  state: AddNvrState,
  dispatch: (action: AddNvrAction) => void,
  nvrId: number | null,
): Look {
  const id = useRef<string>(undefined);
  const formId = (): string => (id.current ??= crypto.randomUUID());
  useCancelOnLeaving(state);
  useEffect(
    () =>
      onEvent('nvr:probe-progress', (event) => dispatch({ type: 'check-progressed', ...event })),
    [dispatch],
  );
  const look = async (typed: NvrEntries, acceptedFingerprint: string | null): Promise<void> => {
    const entries = deviceEntries(typed);
    const probeId = crypto.randomUUID();
    const question = {
      ...{ ...entries, nvrId, probeId, formId: formId(), acceptedFingerprint },
      password: nvrId !== null && entries.password === '' ? null : entries.password,
    };
    const parsed = probeRequestSchema.safeParse(question);
    if (!parsed.success) {
      dispatch({ type: 'fields-refused', fields: entryErrors(parsed.error) });
      return;
    }
    dispatch({ type: 'check-began', probeId, acceptedFingerprint });
    const answer = await adminRequest('nvr:probe', question);
    dispatch(
      answer.ok
        ? { type: 'check-ended', probeId, outcome: answer.value, nowMs: performance.now() }
        : { type: 'check-refused', probeId, error: answer.error },
    );
  };
  const connect = (acceptedFingerprint = state.acceptedFingerprint): Promise<void> =>
    look(state.entries, acceptedFingerprint);
  const connectSecurely = (port: number): Promise<void> => {
    dispatch({ type: 'https-taken', port });
    return look({ ...state.entries, isHttps: true, httpPort: String(port) }, null);
  };
  return {
    state,
    dispatch,
    connect,
    connectSecurely,
    goBack: () => dispatch({ type: 'went-back' }),
    formId,
  };
}

/** A look ends with its stage, whether somebody goes back or closes the form; for one that is over already, cancelling does nothing. */
function useCancelOnLeaving({ stage }: AddNvrState): void {
  const probeId = stage.at === 'checking' || stage.at === 'scanning' ? stage.probeId : null;
  useEffect(() => {
    if (probeId === null) return;
    return () => void request('nvr:cancel-probe', { probeId });
  }, [probeId]);
}
