import { useEffect, useReducer } from 'react';
import { channelScanSchema, type ScannedChannel } from '@contract/models/channel-scan.ts';
import { newNvrSchema, type NewNvrInput } from '@contract/models/nvr.ts';
import type { ProbeReport } from '@contract/models/probe.ts';
import { entryErrors } from '../../../text/message-text.ts';
import { onEvent } from '../../../api/ipc-client.ts';
import { adminRequest } from '../../../store/admin-store.ts';
import { addNvrReducer, EMPTY_FORM } from './add-nvr-reducer.ts';
import { importRequest } from '../entries/import-request.ts';
import { chosenChannels, layoutOf, patternRequest } from '../entries/pattern-request.ts';
import { takenApart } from '../entries/pasted-address.ts';
import { showAdded } from './show-added.ts';
import { useLook, type LookForm } from './use-look.ts';

/** The form and what can be done with it. */
export interface AddNvr extends LookForm {
  /** Adds all channels, or asks first which of them answer, if that is wanted. */
  addByPattern: () => Promise<void>;
  addScanned: (channels: readonly ScannedChannel[], chosen: ReadonlySet<number>) => Promise<void>;
  addChosen: (report: ProbeReport, chosen: ReadonlySet<number>) => Promise<void>;
}

/** The form's state and its talks with main: the contract's own schemas judge first, then main has the last word. */
export function useAddNvr(onAdded: () => void, onCheckAlarms: (nvrId: number) => void): AddNvr {
  const [state, dispatch] = useReducer(addNvrReducer, EMPTY_FORM);
  const { formId, ...look } = useLook(state, dispatch, null);
  const { entries, acceptedFingerprint } = state;

  useEffect(
    () => onEvent('nvr:scan-progress', (event) => dispatch({ type: 'scan-progressed', ...event })),
    [],
  );

  const save = async (nvr: NewNvrInput): Promise<void> => {
    const parsed = newNvrSchema.safeParse(nvr);
    if (!parsed.success) {
      dispatch({ type: 'fields-refused', fields: entryErrors(parsed.error) });
      return;
    }
    dispatch({ type: 'save-began' });
    const added = await adminRequest('nvr:add', nvr);
    if (!added.ok) {
      dispatch({ type: 'save-refused', error: added.error });
      return;
    }
    const { id, name, layout } = added.value;
    showAdded(id, name, layout.kind === 'hikvision' ? () => onCheckAlarms(id) : undefined);
    onAdded();
  };
  const scan = async (): Promise<void> => {
    const { host, rtspPort, username, password, maxChannels } = takenApart(entries);
    const probeId = crypto.randomUUID();
    const request = {
      ...{ host, rtspPort, username, password, maxChannels, probeId },
      ...{ layout: layoutOf(entries), formId: formId() },
    };
    // Also what is only needed to add them, or it would be missed after the wait.
    const whole = newNvrSchema.safeParse(patternRequest(entries, acceptedFingerprint));
    const parsed = channelScanSchema.safeParse(request);
    if (!whole.success || !parsed.success) {
      const fields = whole.success ? {} : entryErrors(whole.error);
      dispatch({ type: 'fields-refused', fields });
      return;
    }
    dispatch({ type: 'scan-began', probeId, total: parsed.data.maxChannels });
    const answer = await adminRequest('nvr:scan-channels', request);
    dispatch(
      answer.ok
        ? { type: 'scan-ended', probeId, outcome: answer.value }
        : { type: 'check-refused', probeId, error: answer.error },
    );
  };
  const pattern = patternRequest.bind(null, entries, acceptedFingerprint);
  return {
    ...look,
    addByPattern: () => (state.isScanWanted ? scan() : save(pattern())),
    addScanned: (channels, chosen) => save(pattern(chosenChannels(channels, chosen))),
    addChosen: (report, chosen) => save(importRequest(entries, report, chosen)),
  };
}
