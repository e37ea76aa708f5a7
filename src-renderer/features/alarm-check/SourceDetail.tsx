import type { ReactNode } from 'react';
import type { AlarmSource } from '@contract/models/alarm-check.ts';
import { clockTimeWithSeconds } from '../../text/clock-time.ts';
import { dayText } from '../../text/day-text.ts';
import { text } from '../../text/catalogue.ts';
import { Button } from '../../ui/Button.tsx';
import { verdictOf } from './verdict.ts';

interface SourceDetailProps {
  /** Of the cell that is looked at; null: none is. */
  sources: readonly AlarmSource[] | null;
  nameOf: (source: AlarmSource) => string;
  onLetNotify: (sources: readonly AlarmSource[]) => void;
}

/** Why a cell is as it is. Its place is kept while none is chosen. */
export function SourceDetail({ sources, nameOf, onLetNotify }: SourceDetailProps): ReactNode {
  return (
    <section className="alarm-detail">
      {sources === null && <p className="alarm-check__muted">{text.alarmCheck.choose}</p>}
      {sources?.length === 0 && <p className="alarm-check__muted">{text.alarmCheck.none}</p>}
      {sources?.map((source) => (
        <article key={source.triggerId}>
          <h3>{nameOf(source)}</h3>
          <Facts {...source} />
          <Advice source={source} />
          {source.canLetNotify && (
            <Button onClick={() => onLetNotify([source])}>{text.alarmCheck.letOne}</Button>
          )}
        </article>
      ))}
    </section>
  );
}

function Advice({ source }: { source: AlarmSource }): ReactNode {
  const verdict = verdictOf(source);
  if (verdict === 'sent') return null;
  return <p className="alarm-check__muted">{text.alarmCheck.findings[verdict].advice}</p>;
}

function Facts({ detector, notifies, hours, lastEventAtMs }: AlarmSource): ReactNode {
  const said = text.alarmCheck;
  return (
    <dl>
      <dt>{said.detector}</dt>
      <dd>{said.detectors[detector]}</dd>
      <dt>{said.notifies}</dt>
      <dd>{said.notifiesIs[notifies]}</dd>
      <dt>{said.hours}</dt>
      <dd>{said.hoursAre[hours]}</dd>
      <dt>{said.last}</dt>
      <dd>
        {lastEventAtMs === null
          ? said.noLast
          : `${dayText(lastEventAtMs)} ${clockTimeWithSeconds(lastEventAtMs)}`}
      </dd>
    </dl>
  );
}
