import { ArrowLeft } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { Nvr } from '@contract/models/nvr.ts';
import type { ProbeReport } from '@contract/models/probe.ts';
import { text } from '../../../text/catalogue.ts';
import { Button } from '../../../ui/Button.tsx';
import { useEscape } from '../../../ui/dialog/dialog-escape.ts';
import { hasChanged } from '../../../ui/dialog/has-changed.ts';
import { useUnsaved } from '../../../ui/dialog/use-unsaved.tsx';
import '../add/add-nvr.css';
import { CheckStage } from '../../probe/index.ts';
import { FailedStage } from '../add/FailedStage.tsx';
import { NvrFields } from './NvrFields.tsx';
import { useAttention } from '../../../ui/use-attention.ts';
import { useEditNvr, type EditNvr } from './use-edit-nvr.ts';

interface EditNvrPanelProps {
  nvr: Nvr;
  onDone: () => void;
}

/** Changes a recorder, or a single camera: all that can be typed about it, tested before it is saved if one likes. */
export function EditNvrPanel({ nvr, onDone }: EditNvrPanelProps): ReactNode {
  const form = useEditNvr(nvr, onDone);
  const ref = useAttention(form.state.attention);
  const isAtStart = form.state.stage.at === 'entries';
  const [before] = useState(form.state.entries);
  const unsaved = useUnsaved(hasChanged(before, form.state.entries));
  const cancel = (): void => unsaved.leave(onDone);
  const back = isAtStart ? cancel : form.goBack;
  useEscape(back);
  return (
    <>
      <header className="panel__header">
        <button
          type="button"
          className="icon-button"
          aria-label={text.common.back}
          title={text.common.back}
          onClick={back}
        >
          <ArrowLeft size={18} aria-hidden />
        </button>
        <h3>{text.nvrs.editTitle(nvr.name)}</h3>
      </header>
      <div ref={ref} className="panel__body edit-nvr">
        <Stage form={form} onDone={cancel} />
        {unsaved.question}
      </div>
    </>
  );
}

function Stage({ form, onDone }: { form: EditNvr; onDone: () => void }): ReactNode {
  const { stage } = form.state;
  switch (stage.at) {
    case 'checking':
      return <CheckStage progress={stage.progress} onCancel={form.goBack} />;
    case 'failed':
      return <FailedStage form={form} stage={stage} canAddByPattern={false} />;
    case 'review':
      return <TestedStage form={form} report={stage.report} />;
    case 'entries':
    case 'scanning':
    case 'scanned':
      return <EntriesStage form={form} onDone={onDone} />;
  }
}

function EntriesStage({ form, onDone }: { form: EditNvr; onDone: () => void }): ReactNode {
  const { state } = form;
  return (
    <form
      className="probe-stage"
      noValidate
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        void form.save();
      }}
    >
      <div className="probe-stage__body add-nvr__entries">
        <NvrFields form={form} purpose="edit" />
      </div>
      <p className="probe-stage__failure" role="alert">
        {state.failure}
      </p>
      <footer className="dialog__footer">
        {state.entries.vendor === 'hikvision' && (
          <span className="probe-stage__aside">
            <Button onClick={() => void form.connect()}>{text.nvrs.test}</Button>
          </span>
        )}
        <Button onClick={onDone}>{text.common.cancel}</Button>
        <Button type="submit" tone="primary" isBusy={state.isSaving}>
          {state.isSaving ? text.common.saving : text.common.save}
        </Button>
      </footer>
    </form>
  );
}

/** A good end of a test: what answered is what was meant, and it can be saved from here. */
function TestedStage({ form, report }: { form: EditNvr; report: ProbeReport }): ReactNode {
  const { device, channels } = report;
  const { isSaving, failure } = form.state;
  return (
    <div className="probe-stage">
      <div className="probe-stage__body edit-nvr__tested" role="status">
        <h4>{text.nvrs.works}</h4>
        <p>
          {[device.name, device.model, device.firmware].filter(Boolean).join(' · ') ||
            text.nvrs.unnamed}
        </p>
        <p>{text.nvrs.onItsList(channels.length)}</p>
      </div>
      <p className="probe-stage__failure" role="alert">
        {failure}
      </p>
      <footer className="dialog__footer">
        <Button onClick={form.goBack}>{text.common.back}</Button>
        <Button
          tone="primary"
          data-initial-focus=""
          isBusy={isSaving}
          onClick={() => void form.save()}
        >
          {isSaving ? text.common.saving : text.common.save}
        </Button>
      </footer>
    </div>
  );
}
