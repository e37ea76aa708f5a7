import { useEffect, useState, type ReactNode } from 'react';
import type { EventRules } from '@contract/models/events/event-rules.ts';
import { adminRequest } from '../../store/admin-store.ts';
import { text } from '../../text/catalogue.ts';
import { Button } from '../../ui/Button.tsx';
import { RulesForm } from './RulesForm.tsx';
import './rules.css';

type Read = { rules: EventRules } | { failure: string } | null;

/** What becomes of events. */
export function RulesPanel(): ReactNode {
  const [read, setRead] = useState<Read>(null);
  const load = (): void => void readRules().then(setRead);
  useEffect(load, []);
  if (read !== null && 'rules' in read) {
    return <RulesForm rules={read.rules} onSaved={(rules) => setRead({ rules })} />;
  }
  return (
    <>
      <header className="panel__header">
        <h3>{text.rules.title}</h3>
      </header>
      <div className="panel__body" role={read === null ? 'status' : 'alert'}>
        {read === null ? (
          <p className="rules__about">{text.events.loading}</p>
        ) : (
          <>
            <p>
              <b>{text.rules.notRead}</b>
            </p>
            <p className="rules__about">{read.failure}</p>
            <Button onClick={load}>{text.common.tryAgain}</Button>
          </>
        )}
      </div>
    </>
  );
}

async function readRules(): Promise<Read> {
  const answer = await adminRequest('event-rules:get', {});
  return answer.ok ? { rules: answer.value } : { failure: answer.error.message };
}
