import { useId, type ReactNode } from 'react';
import { text } from '../../../text/catalogue.ts';
import { Field } from '../../../ui/Field.tsx';
import type { EntryForm } from '../../../ui/form/use-entry-form.ts';
import type { TypedException } from './exception-form.ts';

/** At any time, or at some hours of some days. */
export function HoursFields({ form }: { form: EntryForm<TypedException> }): ReactNode {
  const name = useId();
  const errorId = useId();
  const { isAlways, weekdays } = form.typed;
  const choose = (isAll: boolean): void => form.choose('isAlways', isAll);
  const toggle = (day: number): void =>
    form.choose(
      'weekdays',
      weekdays.includes(day) ? weekdays.filter((one) => one !== day) : [...weekdays, day],
    );
  return (
    <fieldset className="exception__choice">
      <legend>{text.rules.when}</legend>
      <label>
        <input type="radio" name={name} checked={isAlways} onChange={() => choose(true)} />
        {text.rules.always}
      </label>
      <label>
        <input type="radio" name={name} checked={!isAlways} onChange={() => choose(false)} />
        {text.rules.hours}
      </label>
      <div className="exception__hours" hidden={isAlways}>
        <div
          className="exception__days"
          role="group"
          aria-label={text.rules.weekdays}
          aria-describedby={errorId}
        >
          {text.rules.days.map((day, index) => (
            <button
              key={day}
              type="button"
              aria-pressed={weekdays.includes(index + 1)}
              onClick={() => toggle(index + 1)}
            >
              {day}
            </button>
          ))}
        </div>
        <p id={errorId} className="field__error" role="alert">
          {form.errorOf('weekdays')}
        </p>
        <div className="exception__clock">
          <Field label={text.rules.from} hint={text.rules.timeHint} {...form.field('from')} />
          <Field label={text.rules.to} hint={text.rules.toHint} {...form.field('to')} />
        </div>
      </div>
    </fieldset>
  );
}
