import { useState, type ReactNode } from 'react';
import { text } from '../../../text/catalogue.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/dialog/Dialog.tsx';
import { Field } from '../../../ui/Field.tsx';
import { KeepUnsaved } from '../../../ui/dialog/use-unsaved.tsx';
import { useEntryForm } from '../../../ui/form/use-entry-form.ts';
import { SAID_ELSEWHERE, type Wrong } from '../../../ui/form/wrong.ts';
import { renameCameras } from '../camera-actions.ts';
import type { CameraEntry } from '../table/camera-entry.ts';
import { NUMBER_PLACEHOLDER, planRenames, type RenamePattern } from './rename-pattern.ts';
import './rename.css';

/** Enough to see the pattern at work. */
const words = text.cameras;
const PREVIEW_ROWS = 5;

const EMPTY = {
  ...{ text: words.pattern(NUMBER_PLACEHOLDER), start: '01' },
  ...{ find: '', replacement: '' },
};

interface RenameDialogProps {
  /** In the order of the wall. */
  entries: readonly CameraEntry[];
  onClose: () => void;
}

/** Gives many cameras new names by one pattern, and shows what it will do before it is done. */
export function RenameDialog({ entries, onClose }: RenameDialogProps): ReactNode {
  const [kind, setKind] = useState<RenamePattern['kind']>('number');
  const planOf = (typed: typeof EMPTY): ReturnType<typeof planRenames> =>
    planRenames(
      entries.map(({ camera }) => camera),
      { kind, ...typed },
    );
  const form = useEntryForm({
    values: EMPTY,
    check: (typed): Wrong => {
      const plan = planOf(typed);
      return plan.ok ? {} : { [plan.field]: plan.message };
    },
    send: async (typed) => {
      const plan = planOf(typed);
      const names = plan.ok ? plan.names : [];
      const renamed = names.map(({ id, after }) => ({ id, name: after }));
      if (names.length === 0 || !(await renameCameras(renamed))) return SAID_ELSEWHERE;
      onClose();
      return {};
    },
  });
  const plan = planOf(form.typed);
  const names = plan.ok ? plan.names : [];
  // Nothing is wrong yet with a field that nobody has filled in.
  const isSaid = form.form.formState.isSubmitted || kind === 'number' || form.typed.find !== '';
  const field = (name: keyof typeof EMPTY, label: string, hint: string): ReactNode => (
    <Field
      key={name}
      label={label}
      hint={hint}
      spellCheck={false}
      data-initial-focus={name === 'text' ? '' : undefined}
      {...form.field(name)}
      error={!plan.ok && isSaid && plan.field === name ? plan.message : undefined}
    />
  );
  return (
    <Dialog title={words.renameTitle(entries.length)} size="wide" onClose={onClose}>
      <form className="rename" noValidate autoComplete="off" onSubmit={form.onSubmit}>
        <div className="dialog__body">
          <fieldset className="rename__kinds">
            <legend>{words.how}</legend>
            <Kind
              label={words.byNumber}
              isChosen={kind === 'number'}
              onChoose={() => setKind('number')}
            />
            <Kind
              label={words.byReplacing}
              isChosen={kind === 'replace'}
              onChoose={() => setKind('replace')}
            />
          </fieldset>
          <div className="rename__fields" data-kind={kind}>
            {kind === 'number'
              ? [
                  field('text', words.newName, words.newNameHint(NUMBER_PLACEHOLDER)),
                  field('start', words.startAt, words.startAtHint),
                ]
              : [
                  field('find', words.find, words.findHint),
                  field('replacement', words.replaceWith, words.replaceWithHint),
                ]}
          </div>
          <section aria-label={words.preview} className="rename__preview">
            <p>{plan.ok ? words.willChange(names.length, entries.length) : words.noneWillChange}</p>
            <ol>
              {names.slice(0, PREVIEW_ROWS).map(({ id, before, after }) => (
                <li key={id}>
                  <span>{before}</span>
                  <i aria-label={words.becomes}>→</i>
                  <b>{after}</b>
                </li>
              ))}
              {names.length > PREVIEW_ROWS && (
                <li className="rename__more">
                  {words.andMore(names.length - PREVIEW_ROWS, names.at(-1)?.after ?? '')}
                </li>
              )}
            </ol>
          </section>
        </div>
        <footer className="dialog__footer">
          <Button onClick={onClose}>{text.common.cancel}</Button>
          <Button type="submit" tone="primary" disabled={names.length === 0 && isSaid}>
            {words.rename}
          </Button>
        </footer>
      </form>
      <KeepUnsaved isDirty={form.isDirty} />
    </Dialog>
  );
}

interface KindProps {
  label: string;
  isChosen: boolean;
  onChoose: () => void;
}

function Kind({ label, isChosen, onChoose }: KindProps): ReactNode {
  return (
    <label>
      <input type="radio" name="kind" checked={isChosen} onChange={onChoose} />
      {label}
    </label>
  );
}
