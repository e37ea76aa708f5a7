import type { ReactNode } from 'react';
import type { ProbeReport } from '@contract/models/probe.ts';
import { text } from '../../../text/catalogue.ts';
import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { ChannelList, LookNotes } from '../../probe/index.ts';
import type { AddNvr } from './use-add-nvr.ts';

interface ReviewStageProps {
  form: AddNvr;
  report: ProbeReport;
  chosen: ReadonlySet<number>;
}

/** The last stage: what the recorder is, and which of its cameras to add. */
export function ReviewStage({ form, report, chosen }: ReviewStageProps): ReactNode {
  const { state, dispatch } = form;
  const count = chosen.size;
  return (
    <form
      className="probe-stage"
      noValidate
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        void form.addChosen(report, chosen);
      }}
    >
      <div className="probe-stage__body add-nvr__review">
        <div className="add-nvr__device">
          <Field
            name="name"
            label={text.nvrs.fields.name}
            spellCheck={false}
            value={state.entries.name}
            error={state.errors['name']}
            onChange={(event) =>
              dispatch({ type: 'typed', field: 'name', text: event.target.value })
            }
          />
          <DeviceFacts report={report} />
        </div>
        <PortNotice form={form} rtspPort={report.rtspPort} />
        <LookNotes of={report} />
        <ChannelList
          channels={report.channels}
          chosen={chosen}
          onChoose={(channels, isChosen) =>
            dispatch({ type: 'channels-chosen', channels, isChosen })
          }
        />
      </div>
      <p className="probe-stage__failure" role="alert">
        {state.failure}
      </p>
      <footer className="dialog__footer">
        <Button onClick={form.goBack}>{text.common.back}</Button>
        <Button
          type="submit"
          tone="primary"
          data-initial-focus=""
          isBusy={state.isSaving}
          disabled={count === 0}
        >
          {state.isSaving ? text.common.adding : text.nvrs.addCameras(count)}
        </Button>
      </footer>
    </form>
  );
}

function DeviceFacts({ report: { device } }: { report: ProbeReport }): ReactNode {
  const words = text.nvrs.device;
  return (
    <dl className="device-facts">
      <dt>{words.model}</dt>
      <dd>{device.model ?? words.unknown}</dd>
      <dt>{words.serial}</dt>
      <dd>{device.serial ?? words.unknown}</dd>
      <dt>{words.firmware}</dt>
      <dd>{device.firmware ?? words.unknown}</dd>
    </dl>
  );
}

/** Only an offer: the port typed may be one that a router forwards. */
function PortNotice({ form, rtspPort }: { form: AddNvr; rtspPort: number | null }): ReactNode {
  const typed = form.state.entries.rtspPort.trim();
  if (rtspPort === null || String(rtspPort) === typed) return null;
  return (
    <div className="port-notice" role="status">
      <p>{text.nvrs.otherPort(rtspPort, typed)}</p>
      <Button
        onClick={({ currentTarget }) => {
          // This button goes with its notice, and must not take the focus along.
          const next = currentTarget.form?.querySelector<HTMLElement>('[data-initial-focus]');
          next?.focus();
          form.dispatch({ type: 'rtsp-port-taken', port: rtspPort });
        }}
      >
        {text.nvrs.usePort(rtspPort)}
      </Button>
    </div>
  );
}
