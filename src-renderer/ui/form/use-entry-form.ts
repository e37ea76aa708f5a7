import { useEffect, useRef, useState, type SubmitEvent } from 'react';
import {
  useForm,
  useWatch,
  type FieldErrors,
  type FieldValues,
  type Path,
  type PathValue,
  type Resolver,
  type UseFormRegisterReturn,
  type UseFormReturn,
} from 'react-hook-form';
import { rootOf, type Wrong } from './wrong.ts';

interface EntryFormOptions<V extends FieldValues> {
  /** What the form shows before anything is typed, and again when it is done. Fields that nobody has changed follow it. */
  values: V;
  /** What is wrong with what was typed, as far as that can be told here. */
  check: (values: V) => Wrong;
  /** Does what the form is for. Resolves with what was refused; with nothing when it is done. */
  send: (values: V, form: UseFormReturn<V>) => Promise<Wrong>;
}

/** What a field is given of its form. */
export interface EntryProps extends Pick<
  UseFormRegisterReturn,
  'name' | 'ref' | 'onChange' | 'onBlur'
> {
  error: string | undefined;
}

/** A form's state and what its parts need of it. */
export interface EntryForm<V extends FieldValues> {
  /** React Hook Form's own, for what is not here. */
  form: UseFormReturn<V>;
  /** What the form shows now. */
  typed: V;
  /** To be spread over a `Field`, `TextAreaField` or `SelectField`. */
  field: (name: Path<V>) => EntryProps;
  /** For what is no field of text: a box that was ticked, a choice that was made. `typed` has its value. */
  choose: <N extends Path<V>>(name: N, value: PathValue<V, N>) => void;
  errorOf: (name: Path<V>) => string | undefined;
  /** What went wrong and belongs to no field. */
  failure: string | undefined;
  /** Something is another than in `values`. */
  isDirty: boolean;
  isSending: boolean;
  onSubmit: (event: SubmitEvent) => void;
}

/**
 * The one way of making a form. It is checked when it is sent, not while somebody types; the first wrong field gets the focus, whoever
 * found it, and what is wrong with a field stands there until that field is changed.
 */
export function useEntryForm<V extends FieldValues>(options: EntryFormOptions<V>): EntryForm<V> {
  const { values, check, send } = options;
  const form = useForm<V>({
    values,
    resetOptions: { keepDirtyValues: true, keepErrors: true },
    resolver: resolverOf(check),
    mode: 'onSubmit',
    reValidateMode: 'onSubmit',
  });
  // React Hook Form keeps up what is read of it: without `dirtyFields`, it would not know which fields follow `values`.
  const { errors, isDirty, dirtyFields: _isKeptUp, isSubmitting } = form.formState;
  const typed = useWatch({ control: form.control, compute: (all: V) => all });
  const done = useResetWhenDone(form, values);
  const submit = form.handleSubmit(async (entries) => {
    const refused = await send(entries, form);
    if (Object.keys(refused).length === 0) done();
    else point(form, refused);
  });
  const errorOf = (name: Path<V>): string | undefined => form.getFieldState(name).error?.message;
  return {
    form,
    typed,
    field: (name) => ({
      ...form.register(name, { onChange: () => forget(form, name) }),
      error: errorOf(name),
    }),
    choose: (name, value) => {
      form.setValue(name, value, { shouldDirty: true });
      forget(form, name);
    },
    errorOf,
    failure: errors.root?.message,
    isDirty,
    isSending: isSubmitting,
    onSubmit: (event) => void submit(event),
  };
}

/** Not at once: by the next render, what was sent may have come back as `values`. */
function useResetWhenDone<V extends FieldValues>(form: UseFormReturn<V>, values: V): () => void {
  const [times, setTimes] = useState(0);
  const latest = useRef(values);
  useEffect(() => {
    latest.current = values;
  });
  const { reset } = form;
  useEffect(() => {
    // Said here, because `resetOptions` hold for every reset: they would keep what was sent.
    if (times > 0) reset(latest.current, { keepDirtyValues: false, keepErrors: false });
  }, [times, reset]);
  return () => setTimes((count) => count + 1);
}

function forget<V extends FieldValues>(form: UseFormReturn<V>, name: Path<V>): void {
  form.clearErrors(name);
  form.clearErrors('root');
}

function resolverOf<V extends FieldValues>(check: (values: V) => Wrong): Resolver<V> {
  return (values) => {
    const wrong = Object.entries(check(values));
    if (wrong.length === 0) return { values, errors: {} };
    const errors = wrong.map(([name, message]) => [name, { type: 'entry', message }]);
    return { values: {}, errors: Object.fromEntries(errors) as FieldErrors<V> };
  };
}

function point<V extends FieldValues>(form: UseFormReturn<V>, wrong: Wrong): void {
  const { [rootOf]: failure, ...fields } = wrong;
  if (failure !== undefined) form.setError('root', { message: failure });
  for (const [name, message] of Object.entries(fields)) form.setError(name as Path<V>, { message });
  const first = Object.keys(form.getValues()).find((name) => name in fields);
  if (first !== undefined) form.setFocus(first as Path<V>);
}
