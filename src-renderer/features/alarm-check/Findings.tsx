import type { ReactNode } from 'react';
import type {
  AlarmCheck,
  AlarmSource,
  NotifyOutcome,
  NotifyResult,
} from '@contract/models/alarm-check.ts';
import { text } from '../../text/catalogue.ts';
import { Button } from '../../ui/Button.tsx';
import { findingsIn } from './verdict.ts';

interface FindingsProps {
  check: AlarmCheck;
  results: readonly NotifyResult[];
  nameOf: (source: AlarmSource) => string;
  onLetNotify: (sources: readonly AlarmSource[]) => void;
}

/** What is wrong, in sentences, the worst first, each with what to do. */
export function Findings({ check, results, nameOf, onLetNotify }: FindingsProps): ReactNode {
  const { sources, listening, brokenOff, elsewhere } = check;
  const findings = findingsIn(sources);
  const deaf = text.alarmCheck.listening[listening];
  return (
    <section className="alarm-findings" role="status">
      <Results sources={sources} results={results} nameOf={nameOf} />
      {deaf !== null && <p className="alarm-findings__deaf">{deaf}</p>}
      {brokenOff !== null && <p className="alarm-findings__deaf">{text.alarmCheck.brokenOff}</p>}
      {findings.map(({ verdict, sources: own }) => {
        const { title, advice } = text.alarmCheck.findings[verdict];
        const changeable = own.filter(({ canLetNotify }) => canLetNotify);
        return (
          <article key={verdict} data-verdict={verdict}>
            <h3>{title(own.length)}</h3>
            <p>{advice}</p>
            {verdict === 'not-sent' && changeable.length > 0 && (
              <Button tone="primary" onClick={() => onLetNotify(changeable)}>
                {text.alarmCheck.letAll(changeable.length)}
              </Button>
            )}
          </article>
        );
      })}
      {findings.length === 0 && sources.length > 0 && (
        <article data-verdict="sent">
          <h3>{text.alarmCheck.allSent}</h3>
          <p>{text.alarmCheck.allSentAdvice}</p>
        </article>
      )}
      {elsewhere > 0 && (
        <p className="alarm-check__muted">{text.alarmCheck.elsewhere(elsewhere)}</p>
      )}
    </section>
  );
}

/** What became of changes that were not simply made. */
function Results({
  sources,
  results,
  nameOf,
}: Pick<FindingsProps, 'results' | 'nameOf'> & { sources: readonly AlarmSource[] }): ReactNode {
  const byId = new Map(sources.map((source) => [source.triggerId, source]));
  const outcomes = [...new Set(results.map(({ outcome }) => outcome))];
  const namesOf = (wanted: NotifyOutcome): string[] =>
    results
      .filter(({ outcome }) => outcome === wanted)
      .map(({ triggerId }) => byId.get(triggerId))
      .map((source) => (source === undefined ? '' : nameOf(source)));
  return outcomes
    .filter((outcome) => text.alarmCheck.outcomes[outcome] !== '')
    .map((outcome) => (
      <article key={outcome} data-verdict="not-sent">
        <h3>{namesOf(outcome).join('; ')}</h3>
        <p>{text.alarmCheck.outcomes[outcome]}</p>
      </article>
    ));
}
