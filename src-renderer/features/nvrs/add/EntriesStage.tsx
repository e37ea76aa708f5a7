import type { ReactNode } from 'react';
import { text } from '../../../text/catalogue.ts';
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
              label={text.nvrs.scan}
              checked={state.isScanWanted}
              onChange={(isWanted) => dispatch({ type: 'scan-wanted', isWanted })}
            />
            <p>{state.isScanWanted ? text.nvrs.scanNote : text.nvrs.patternNote}</p>
          </div>
        ) : (
          <p className="add-nvr__note">{text.nvrs.connectNote}</p>
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
            {isPattern ? text.nvrs.byList : text.nvrs.byPattern}
          </Button>
          <Button onClick={() => leave(onAddSingle)}>{text.nvrs.bySingle}</Button>
        </span>
        <Button onClick={() => leave(onClose)}>{text.common.cancel}</Button>
        <Button type="submit" tone="primary" isBusy={state.isSaving}>
          {isPattern ? patternLabel(state.isScanWanted, state.isSaving) : text.nvrs.connect}
        </Button>
      </footer>
    </form>
  );
}

function patternLabel(isScanWanted: boolean, isSaving: boolean): string {
  if (isSaving) return text.common.adding;
  return isScanWanted ? text.nvrs.scanNow : text.nvrs.add;
}
