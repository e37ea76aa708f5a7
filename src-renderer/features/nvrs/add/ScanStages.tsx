import type { ReactNode } from 'react';
import type { ScannedChannel } from '@contract/models/channel-scan.ts';
import { text } from '../../../text/catalogue.ts';
import { Button } from '../../../ui/Button.tsx';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import type { AddNvrStage } from './add-nvr-state.ts';
import type { AddNvr } from './use-add-nvr.ts';

interface ScanningStageProps {
  stage: Extract<AddNvrStage, { at: 'scanning' }>;
  onCancel: () => void;
}

/** The stage while channels are asked for their streams. */
export function ScanningStage({ stage, onCancel }: ScanningStageProps): ReactNode {
  const { checked, total } = stage;
  const said = checked === 0 ? text.nvrs.scanLogin : text.nvrs.scanned(checked, total);
  return (
    <div className="probe-stage">
      <div className="probe-stage__body add-nvr__scanning">
        <p role="status">{said}</p>
        <progress aria-label={text.nvrs.scanProgress} max={total} value={checked} />
      </div>
      <footer className="dialog__footer">
        <Button data-initial-focus="" onClick={onCancel}>
          {text.common.cancel}
        </Button>
      </footer>
    </div>
  );
}

interface ScannedStageProps {
  form: AddNvr;
  channels: readonly ScannedChannel[];
  chosen: ReadonlySet<number>;
}

/** What the scan found: channels that answer are ticked, the others can be. */
export function ScannedStage({ form, channels, chosen }: ScannedStageProps): ReactNode {
  const { state, dispatch } = form;
  const count = chosen.size;
  const choose = (which: readonly number[], isChosen: boolean): void =>
    dispatch({ type: 'channels-chosen', channels: which, isChosen });
  return (
    <form
      className="probe-stage"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void form.addScanned(channels, chosen);
      }}
    >
      <div className="probe-stage__body add-nvr__review">
        <section className="channel-list" aria-label={text.nvrs.channels}>
          <header>
            <Checkbox
              label={text.nvrs.chosenChannels(count, channels.length)}
              checked={count === channels.length}
              isMixed={count > 0 && count < channels.length}
              onChange={(isChosen) =>
                choose(
                  channels.map(({ channel }) => channel),
                  isChosen,
                )
              }
            />
            <span>{text.probe.mainStream}</span>
            <span>{text.probe.subStream}</span>
          </header>
          <ul>
            {channels.map((each) => (
              <ScannedRow
                key={each.channel}
                channel={each}
                isChosen={chosen.has(each.channel)}
                onChoose={(isChosen) => choose([each.channel], isChosen)}
              />
            ))}
          </ul>
        </section>
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

interface ScannedRowProps {
  channel: ScannedChannel;
  isChosen: boolean;
  onChoose: (isChosen: boolean) => void;
}

function ScannedRow({ channel, isChosen, onChoose }: ScannedRowProps): ReactNode {
  const { isThere, hasSub } = channel;
  const state = isThere ? 'online' : 'offline';
  return (
    <li>
      <Checkbox
        label={
          <>
            <span className="channel-list__number">{channel.channel}</span>
            <span className="online-dot" data-state={state} role="presentation" />
            <span className="channel-list__name">{text.nvrs.channel(channel.channel)}</span>
          </>
        }
        checked={isChosen}
        onChange={onChoose}
      />
      <span data-missing={!isThere}>{isThere ? text.nvrs.answers : text.nvrs.noAnswer}</span>
      <span data-missing={!hasSub}>
        {hasSub ? text.nvrs.answers : isThere ? text.probe.noSub : ''}
      </span>
    </li>
  );
}
