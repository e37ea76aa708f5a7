import type { ReactNode } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { useLeave } from '../../../ui/dialog/leave-guard.ts';
import { NvrFields } from '../edit/NvrFields.tsx';
import type { AddNvr } from './use-add-nvr.ts';

interface EntriesStageProps {
  form: AddNvr;
  way: 'import' | 'pattern';
  onClose: () => void;
  onAddSingle: () => void;
}

/** The first stage: where the recorder is and who logs in. By pattern, it may be the only one. */
export function EntriesStage({ form, way, onClose, onAddSingle }: EntriesStageProps): ReactNode {
  const { state, dispatch } = form;
  const isPattern = way === 'pattern';
  const leave = useLeave();
  return (
    <form
      className="probe-stage"
      noValidate
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        void (isPattern ? form.addByPattern() : form.connect());
      }}
    >
      <div className="probe-stage__body add-nvr__entries">
        <NvrFields form={form} purpose={way} />
        {isPattern ? (
          <div className="add-nvr__scan">
            <Checkbox
              label="Check which channels answer"
              checked={state.isScanWanted}
              onChange={(isWanted) => dispatch({ type: 'scan-wanted', isWanted })}
            />
            <p>{state.isScanWanted ? SCAN_NOTE : PATTERN_NOTE}</p>
          </div>
        ) : (
          <p className="add-nvr__note">{CONNECT_NOTE}</p>
        )}
      </div>
      <p className="probe-stage__failure" role="alert">
        {state.failure}
      </p>
      <footer className="dialog__footer">
        <span className="probe-stage__aside">
          <Button
            onClick={() => dispatch({ type: 'way-chosen', way: isPattern ? 'import' : 'pattern' })}
          >
            {isPattern ? 'Read the list from the NVR…' : 'Add by pattern…'}
          </Button>
          <Button onClick={() => leave(onAddSingle)}>Single camera…</Button>
        </span>
        <Button onClick={() => leave(onClose)}>Cancel</Button>
        <Button type="submit" tone="primary" isBusy={state.isSaving}>
          {isPattern ? patternLabel(state.isScanWanted, state.isSaving) : 'Connect'}
        </Button>
      </footer>
    </form>
  );
}

function patternLabel(isScanWanted: boolean, isSaving: boolean): string {
  if (isSaving) return 'Adding…';
  return isScanWanted ? 'Check channels' : 'Add NVR';
}

const CONNECT_NOTE =
  'Connect logs in once and lists the cameras. Nothing is stored before you say so.';
const PATTERN_NOTE = 'Channels 1 to this number are added unseen.';
const SCAN_NOTE = 'The login is checked once, then each channel is asked for its streams.';
