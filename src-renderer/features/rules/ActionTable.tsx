import { useId, type ReactNode } from 'react';
import {
  DEFAULT_EVENT_RULES,
  EVENT_ACTIONS,
  type EventRules,
} from '@contract/models/events/event-rules.ts';
import {
  EVENT_TYPES,
  type EventType,
  OWN_EVENT_TYPES,
} from '@contract/models/events/event-type.ts';
import { text } from '../../text/catalogue.ts';

type Actions = EventRules['actions'];

interface ActionTableProps {
  actions: Actions;
  onChange: (actions: Actions) => void;
}

/** What becomes of each type. */
export function ActionTable({ actions, onChange }: ActionTableProps): ReactNode {
  const told = EVENT_TYPES.filter((type) => !OWN_EVENT_TYPES.includes(type));
  return (
    <section className="rules__section">
      <p className="rules__about">{text.rules.about}</p>
      <Group title={text.rules.fromNvrs} types={told} {...{ actions, onChange }} />
      <Group title={text.rules.fromHere} types={OWN_EVENT_TYPES} {...{ actions, onChange }} />
    </section>
  );
}

interface GroupProps extends ActionTableProps {
  title: string;
  types: readonly EventType[];
}

function Group({ title, types, actions, onChange }: GroupProps): ReactNode {
  return (
    <>
      <h4>{title}</h4>
      {types.map((type) => (
        <Row
          key={type}
          type={type}
          action={actions[type]}
          onChoose={(action) => onChange({ ...actions, [type]: action })}
        />
      ))}
    </>
  );
}

interface RowProps {
  type: EventType;
  action: Actions[EventType];
  onChoose: (action: Actions[EventType]) => void;
}

function Row({ type, action, onChoose }: RowProps): ReactNode {
  const name = useId();
  const label = text.events.types[type];
  const usual = DEFAULT_EVENT_RULES.actions[type];
  return (
    <div className="rules__row" role="radiogroup" aria-label={text.rules.actionOf(label)}>
      <span className="rules__type">
        {label}
        {action !== usual && (
          <small>
            {text.rules.usual}: {text.rules.actions[usual]}
          </small>
        )}
      </span>
      {EVENT_ACTIONS.map((one) => (
        <label key={one} className="rules__choice" data-action={one}>
          <input type="radio" name={name} checked={action === one} onChange={() => onChoose(one)} />
          <span>{text.rules.actions[one]}</span>
        </label>
      ))}
    </div>
  );
}
