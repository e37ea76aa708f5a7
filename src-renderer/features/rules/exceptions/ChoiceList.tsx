import { useId, useState, type ReactNode } from 'react';
import { text } from '../../../text/catalogue.ts';
import { Checkbox } from '../../../ui/Checkbox.tsx';

/** Beyond this a name is found by typing, not by scrolling. */
const MOST_SHOWN = 200;

interface ChoiceListProps<T> {
  title: string;
  all: string;
  some: string;
  items: readonly { id: T; name: string }[];
  isAll: boolean;
  chosen: readonly T[];
  error: string | undefined;
  /** What the field is called that narrows the list; left out where it is short. */
  find?: string;
  onAll: (isAll: boolean) => void;
  onChange: (chosen: T[]) => void;
}

/** All of them, or only the ticked ones. */
export function ChoiceList<T extends string | number>(props: ChoiceListProps<T>): ReactNode {
  const { title, all, some, items, isAll, chosen, error, find, onAll, onChange } = props;
  const name = useId();
  const errorId = useId();
  const [wanted, setWanted] = useState('');
  const found = items.filter((item) => item.name.toLowerCase().includes(wanted.toLowerCase()));
  const toggle = (id: T, isChosen: boolean): void =>
    onChange(isChosen ? [...chosen, id] : chosen.filter((one) => one !== id));
  return (
    <fieldset className="exception__choice" aria-describedby={errorId}>
      <legend>{title}</legend>
      <label>
        <input type="radio" name={name} checked={isAll} onChange={() => onAll(true)} />
        {all}
      </label>
      <label>
        <input type="radio" name={name} checked={!isAll} onChange={() => onAll(false)} />
        {some}
      </label>
      <div className="exception__list" hidden={isAll}>
        {find !== undefined && (
          <input
            type="search"
            aria-label={find}
            placeholder={find}
            value={wanted}
            onChange={(event) => setWanted(event.target.value)}
          />
        )}
        <div className="exception__items">
          {found.slice(0, MOST_SHOWN).map(({ id, name: label }) => (
            <Checkbox
              key={id}
              label={label}
              checked={chosen.includes(id)}
              onChange={(isChosen) => toggle(id, isChosen)}
            />
          ))}
          {found.length > MOST_SHOWN && <p>{text.rules.more(found.length - MOST_SHOWN)}</p>}
          {found.length === 0 && <p>{text.rules.noSuchCamera}</p>}
        </div>
      </div>
      <p id={errorId} className="field__error" role="alert">
        {error}
      </p>
    </fieldset>
  );
}
