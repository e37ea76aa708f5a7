import { RotateCcw } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { DEFAULT_EVENT_RULES, type EventRules } from '@contract/models/events/event-rules.ts';
import { adminRequest } from '../../store/admin-store.ts';
import { showToast } from '../../store/toast-store.ts';
import { text } from '../../text/catalogue.ts';
import { Button } from '../../ui/Button.tsx';
import { KeepUnsaved } from '../../ui/dialog/use-unsaved.tsx';
import { useEntryForm } from '../../ui/form/use-entry-form.ts';
import { refusedEntries } from '../../ui/form/wrong.ts';
import { ActionTable } from './ActionTable.tsx';
import { ExceptionDialog } from './exceptions/ExceptionDialog.tsx';
import { ExceptionsSection } from './exceptions/ExceptionsSection.tsx';
import { LimitsSection } from './LimitsSection.tsx';
import { RestoreDialog } from './RestoreDialog.tsx';
import { rulesOf, type TypedRules, typedOf, wrongRules } from './rules-form.ts';

interface RulesFormProps {
  rules: EventRules;
  onSaved: (rules: EventRules) => void;
}

/** All rules, sent as one. */
export function RulesForm({ rules, onSaved }: RulesFormProps): ReactNode {
  const [isAsking, setIsAsking] = useState(false);
  /** The place of the exception that is edited; one behind the last is a new one. */
  const [edited, setEdited] = useState<number | null>(null);
  const form = useEntryForm<TypedRules>({
    values: typedOf(rules),
    check: wrongRules,
    send: async (typed) => {
      const saved = await adminRequest('event-rules:save', rulesOf(typed));
      if (!saved.ok) return refusedEntries(saved.error);
      onSaved(saved.value);
      showToast(text.rules.saved);
      return {};
    },
  });
  const { actions, exceptions } = form.typed;
  const restore = (): void => {
    setIsAsking(false);
    const usual = typedOf(DEFAULT_EVENT_RULES);
    for (const name of Object.keys(usual) as (keyof TypedRules)[]) form.choose(name, usual[name]);
  };
  // Dialogs stand beside the form: what is sent in one would be sent here, too.
  return (
    <>
      <form className="rules" noValidate autoComplete="off" onSubmit={form.onSubmit}>
        <header className="panel__header">
          <h3>{text.rules.title}</h3>
          <Button icon={<RotateCcw size={16} aria-hidden />} onClick={() => setIsAsking(true)}>
            {text.rules.restore}
          </Button>
          <Button type="submit" tone="primary" isBusy={form.isSending || !form.isDirty}>
            {text.common.save}
          </Button>
        </header>
        <p className="rules__failure" role="alert">
          {form.failure}
        </p>
        <div className="panel__body rules__parts">
          <ActionTable actions={actions} onChange={(changed) => form.choose('actions', changed)} />
          <div className="rules__column">
            <ExceptionsSection
              exceptions={exceptions}
              onChange={(changed) => form.choose('exceptions', changed)}
              onEdit={setEdited}
            />
            <LimitsSection form={form} />
          </div>
        </div>
      </form>
      <KeepUnsaved isDirty={form.isDirty} />
      {isAsking && <RestoreDialog onRestore={restore} onClose={() => setIsAsking(false)} />}
      {edited !== null && (
        <ExceptionDialog
          exception={exceptions[edited] ?? null}
          onApply={(exception) => {
            setEdited(null);
            form.choose('exceptions', [
              ...exceptions.slice(0, edited),
              exception,
              ...exceptions.slice(edited + 1),
            ]);
          }}
          onClose={() => setEdited(null)}
        />
      )}
    </>
  );
}
