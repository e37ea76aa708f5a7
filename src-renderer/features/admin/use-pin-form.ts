import type { Path, PathValue } from 'react-hook-form';
import { useEntryForm, type EntryForm } from '../../ui/form/use-entry-form.ts';
import type { Wrong } from '../../ui/form/wrong.ts';

type Pins<F extends string> = Record<F, string>;
type Pin<F extends string> = PathValue<Pins<F>, Path<Pins<F>>>;

/** A form of PINs. A field that main refused is emptied, because nobody can see what is wrong in it. */
export function usePinForm<F extends string>(
  empty: Pins<F>,
  check: (pins: Pins<F>) => Wrong,
  send: (pins: Pins<F>) => Promise<Wrong>,
): EntryForm<Pins<F>> {
  return useEntryForm<Pins<F>>({
    values: empty,
    check,
    send: async (pins, form) => {
      const refused = await send(pins);
      for (const field of Object.keys(refused)) form.setValue(field as Path<Pins<F>>, '' as Pin<F>);
      return refused;
    },
  });
}
