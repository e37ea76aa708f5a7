import { useId, type ComponentPropsWithRef, type ReactNode } from 'react';
import './field.css';

interface FieldProps extends ComponentPropsWithRef<'input'> {
  label: string;
  /** What is wrong with the value; takes the place of the hint, so that nothing moves. */
  error: string | undefined;
  hint?: string;
}

/** One labelled input whose error is read out and shown where it belongs. */
export function Field({ label, error, hint, ...input }: FieldProps): ReactNode {
  const id = useId();
  const noteId = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input id={id} aria-invalid={error !== undefined} aria-describedby={noteId} {...input} />
      <p id={noteId} className={error === undefined ? 'field__hint' : 'field__error'}>
        {error ?? hint}
      </p>
    </div>
  );
}
