import { useId, type ReactNode } from 'react';
import { Checkbox } from './Checkbox.tsx';
import './field.css';

interface CheckFieldProps {
  label: string;
  /** Beside the box. */
  text: string;
  isChecked: boolean;
  error: string | undefined;
  onChange: (isChecked: boolean) => void;
}

/** A box to tick among fields: as high as they are, and with an error of its own. */
export function CheckField({
  label,
  text,
  isChecked,
  error,
  onChange,
}: CheckFieldProps): ReactNode {
  const labelId = useId();
  const errorId = useId();
  return (
    <div className="field" role="group" aria-labelledby={labelId}>
      <span id={labelId} className="field__label">
        {label}
      </span>
      <div className="field__box">
        <Checkbox
          label={text}
          checked={isChecked}
          errorId={error === undefined ? undefined : errorId}
          onChange={onChange}
        />
      </div>
      <p id={errorId} className="field__error" role="alert">
        {error}
      </p>
    </div>
  );
}
