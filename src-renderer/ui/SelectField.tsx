import { useId, type ReactNode, type SelectHTMLAttributes } from 'react';
import './field.css';

interface SelectFieldProps extends SelectHTMLAttributes<HTMLSelectElement> {
  label: string;
  options: readonly { value: string; label: string }[];
  hint?: string;
}

/** One labelled choice among a few, in the shape of a Field. */
export function SelectField({ label, options, hint, ...select }: SelectFieldProps): ReactNode {
  const id = useId();
  const noteId = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} aria-describedby={noteId} {...select}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <p id={noteId} className="field__hint">
        {hint}
      </p>
    </div>
  );
}
