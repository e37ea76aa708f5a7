import type { ReactNode } from 'react';
import { text } from '../../text/catalogue.ts';
import { Field } from '../../ui/Field.tsx';
import { digitsOnly } from '../../ui/form/digits-only.ts';
import type { EntryForm } from '../../ui/form/use-entry-form.ts';
import type { TypedRules } from './rules-form.ts';

const FIELDS = [
  ['stormRowsPerMinute', text.rules.storm, text.rules.stormHint],
  ['days', text.rules.keepDays, text.rules.keepDaysHint],
  ['megabytes', text.rules.keepSize, text.rules.keepSizeHint],
  ['pictureMegabytes', text.rules.keepPictures, text.rules.keepPicturesHint],
] as const;

/** How much is kept, and how much one detector may say. */
export function LimitsSection({ form }: { form: EntryForm<TypedRules> }): ReactNode {
  return (
    <section className="rules__section">
      <h4>{text.rules.limits}</h4>
      <div className="rules__limits">
        {FIELDS.map(([name, label, hint]) => (
          <Field
            key={name}
            {...{ label, hint, inputMode: 'numeric', maxLength: 6 }}
            {...digitsOnly(form.field(name))}
          />
        ))}
      </div>
    </section>
  );
}
