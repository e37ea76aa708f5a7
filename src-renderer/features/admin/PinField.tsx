import type { ReactNode } from 'react';
import { PIN_MAX_DIGITS } from '@contract/models/admin.ts';
import { text } from '../../text/catalogue.ts';
import { Field } from '../../ui/Field.tsx';
import { onlyDigits } from './pin-text.ts';

interface PinFieldProps {
  label: string;
  name: string;
  value: string;
  error: string | undefined;
  hint?: string;
  isFirst?: boolean;
  /** Keeps the focus where a disabled field would lose it. */
  readOnly?: boolean;
  onChange: (pin: string) => void;
}

/** One PIN: hidden, digits only. */
export function PinField({ isFirst = false, onChange, ...field }: PinFieldProps): ReactNode {
  return (
    <Field
      hint={text.admin.pinHint}
      {...field}
      type="password"
      inputMode="numeric"
      autoComplete="off"
      maxLength={PIN_MAX_DIGITS}
      data-initial-focus={isFirst ? '' : undefined}
      onChange={(event) => onChange(onlyDigits(event.target.value))}
    />
  );
}
