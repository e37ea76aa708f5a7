import { useEffect, useRef, type ReactNode } from 'react';
import './checkbox.css';

interface CheckboxProps {
  label: ReactNode;
  checked: boolean;
  /** Some of what it stands for is ticked, but not all. */
  isMixed?: boolean;
  onChange: (isChecked: boolean) => void;
}

/** A box to tick; its whole label can be clicked. */
export function Checkbox({ label, checked, isMixed = false, onChange }: CheckboxProps): ReactNode {
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
        onChange={(event) => onChange(event.target.checked)}
      />
      {label}
    </label>
  );
}
