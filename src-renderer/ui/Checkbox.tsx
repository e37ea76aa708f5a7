import { useEffect, useRef, type ReactNode } from 'react';
import './checkbox.css';

interface CheckboxProps {
  label: ReactNode;
  checked: boolean;
  /** Some of what it stands for is ticked, but not all. */
  isMixed?: boolean;
  /** What is wrong with it stands there, by its id. */
  errorId?: string | undefined;
  onChange: (isChecked: boolean) => void;
}

/** A box to tick; its whole label can be clicked. */
export function Checkbox(props: CheckboxProps): ReactNode {
  const { label, checked, isMixed = false, errorId, onChange } = props;
  const ref = useRef<HTMLInputElement>(null);
  // HTML has no attribute for it.
  useEffect(() => {
    if (ref.current) ref.current.indeterminate = isMixed;
  }, [isMixed]);
  return (
    <label className="checkbox">
      <input
        ref={ref}
        type="checkbox"
        checked={checked}
        aria-invalid={errorId !== undefined}
        aria-describedby={errorId}
        onChange={(event) => onChange(event.target.checked)}
      />
      {label}
    </label>
  );
}
