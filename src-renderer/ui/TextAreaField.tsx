import { useId, type ComponentPropsWithRef, type ReactNode } from 'react';
import './field.css';

interface TextAreaFieldProps extends ComponentPropsWithRef<'textarea'> {
  label: string;
  error: string | undefined;
}

/** Several lines of labelled text. */
export function TextAreaField({ label, error, ...textArea }: TextAreaFieldProps): ReactNode {
  const id = useId();
  const noteId = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        aria-invalid={error !== undefined}
        aria-describedby={noteId}
        {...textArea}
      />
      <p id={noteId} className="field__error">
        {error}
      </p>
    </div>
  );
}
