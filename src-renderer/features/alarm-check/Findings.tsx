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
      {deaf !== null && <Warning said={deaf} />}
      {brokenOff !== null && <Warning said={text.alarmCheck.brokenOff} />}
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

function Warning({ said }: { said: string }): ReactNode {
  return (
    <article data-verdict="not-sent">
      <p>{said}</p>
    </article>
  );
}

const NAMED = 4;

/** As many as can be read, and how many more. */
function named(names: readonly string[]): string {
  return text.alarmCheck.named(names.slice(0, NAMED), names.length - NAMED);
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
        <h3>{named(namesOf(outcome))}</h3>
        <p>{text.alarmCheck.outcomes[outcome]}</p>
      </article>
    ));
}
