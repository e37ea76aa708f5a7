import type { ReactNode } from 'react';
import { PIN_MAX_DIGITS } from '@contract/models/admin.ts';
import { text } from '../../text/catalogue.ts';
import { Field } from '../../ui/Field.tsx';
import { digitsOnly } from '../../ui/form/digits-only.ts';
import type { EntryProps } from '../../ui/form/use-entry-form.ts';

interface PinFieldProps {
  label: string;
  field: EntryProps;
  /** In place of the form's own error. */
  error?: string | undefined;
  hint?: string;
  isFirst?: boolean;
  /** Keeps the focus where a disabled field would lose it. */
  readOnly?: boolean;
}

/** One PIN: hidden, digits only. */
export function PinField(props: PinFieldProps): ReactNode {
  const { field, error, isFirst = false, ...others } = props;
  return (
    <Field
      hint={text.admin.pinHint}
      {...others}
      {...digitsOnly(field)}
      error={error ?? field.error}
      type="password"
      inputMode="numeric"
      autoComplete="off"
      maxLength={PIN_MAX_DIGITS}
      data-initial-focus={isFirst ? '' : undefined}
    />
  );
}
