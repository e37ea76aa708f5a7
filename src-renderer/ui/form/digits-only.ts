import type { EntryProps } from './use-entry-form.ts';

/** What a field of digits is worth as typed. */
export function onlyDigits(text: string): string {
  return text.replaceAll(/\D/g, '');
}

/** A field that takes digits only: whatever else is typed or pasted never appears. */
export function digitsOnly({ onChange, ...field }: EntryProps): EntryProps {
  return {
    ...field,
    onChange: async (event) => {
      const { target } = event as { target: HTMLInputElement };
      target.value = onlyDigits(target.value);
      await onChange(event);
    },
  };
}
