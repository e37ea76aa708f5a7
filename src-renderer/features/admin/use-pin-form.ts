import { useState, type SubmitEvent } from 'react';

/** Field name -> what is wrong with it. */
export type PinErrors<F extends string> = Partial<Record<F, string>>;

interface PinForm<F extends string> {
  values: Record<F, string>;
  errors: PinErrors<F>;
  isSending: boolean;
  change: (field: F) => (value: string) => void;
  onSubmit: (event: SubmitEvent) => void;
}

/**
 * A form of PINs. `send` answers with what is wrong, and nothing when it is done; then the first wrong field gets the focus,
 * and a field that main refused is emptied, because nobody can see what is wrong in it. Done, all are empty again.
 */
export function usePinForm<F extends string>(
  empty: Record<F, string>,
  check: (values: Record<F, string>) => PinErrors<F>,
  send: (values: Record<F, string>) => Promise<PinErrors<F>>,
): PinForm<F> {
  const [values, setValues] = useState(empty);
  const [errors, setErrors] = useState<PinErrors<F>>({});
  const [isSending, setIsSending] = useState(false);

  const reject = (form: Element, wrong: PinErrors<F>): void => {
    setErrors(wrong);
    const first = Object.keys(empty).find((field) => field in wrong);
    form.querySelector<HTMLElement>(`[name="${first ?? ''}"]`)?.focus();
  };
  const submit = async (form: Element): Promise<void> => {
    const unfit = check(values);
    if (Object.keys(unfit).length > 0) {
      reject(form, unfit);
      return;
    }
    setIsSending(true);
    const refused = await send(values);
    setIsSending(false);
    const isDone = Object.keys(refused).length === 0;
    const emptied = Object.fromEntries(Object.keys(refused).map((field) => [field, '']));
    setValues((before) => (isDone ? empty : { ...before, ...emptied }));
    reject(form, refused);
  };
  return {
    values,
    errors,
    isSending,
    change: (field) => (value) => {
      setValues((before) => ({ ...before, [field]: value }));
      setErrors(({ [field]: _fixed, ...others }) => others as PinErrors<F>);
    },
    onSubmit: (event) => {
      event.preventDefault();
      if (!isSending) void submit(event.currentTarget);
    },
  };
}
