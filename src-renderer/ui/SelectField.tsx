import { useId, type ComponentPropsWithRef, type ReactNode } from 'react';
import './field.css';

interface SelectFieldProps extends ComponentPropsWithRef<'select'> {
  label: string;
  options: readonly { value: string | number; text: string }[];
  /** What is wrong with the choice; takes the place of the hint, so that nothing moves. */
  error?: string | undefined;
  hint?: string | undefined;
}

/** One labelled choice of a few. */
export function SelectField(props: SelectFieldProps): ReactNode {
  const { label, options, error, hint, ...select } = props;
  const id = useId();
  const noteId = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} aria-invalid={error !== undefined} aria-describedby={noteId} {...select}>
        {options.map(({ value, text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
      <p id={noteId} className={error === undefined ? 'field__hint' : 'field__error'}>
        {error ?? hint}
      </p>
    </div>
  );
}
