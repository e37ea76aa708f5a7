import type { ReactNode } from 'react';
import type { SiteImported, SiteImportPreview } from '@contract/models/site.ts';
import { text } from '../../text/catalogue.ts';
import { adminRequest } from '../../store/admin-store.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { useEscape } from '../../ui/dialog/dialog-escape.ts';
import { Field } from '../../ui/Field.tsx';
import { useUnsaved } from '../../ui/dialog/use-unsaved.tsx';
import { useEntryForm } from '../../ui/form/use-entry-form.ts';
import { refusedEntries, type Wrong } from '../../ui/form/wrong.ts';
import { Failure } from './Failure.tsx';

const EMPTY = { passphrase: '', isWithout: false };

interface ImportReviewProps {
  preview: SiteImportPreview;
  onCancel: () => void;
  onDone: (imported: SiteImported) => void;
}

/** What a file would bring, and the go-ahead. */
export function ImportReview({ preview, onCancel, onDone }: ImportReviewProps): ReactNode {
  const hasPasswords = preview.passwords > 0;
  const fresh = preview.nvrs.filter(({ isHere }) => !isHere);
  const form = useEntryForm({
    values: EMPTY,
    check: ({ isWithout, passphrase }): Wrong =>
      hasPasswords && !isWithout && passphrase === ''
        ? { passphrase: text.site.enterPassphrase }
        : {},
    send: async ({ isWithout, passphrase }) => {
      const answer = await adminRequest('site:import', {
        previewId: preview.previewId,
        passphrase: hasPasswords && !isWithout ? passphrase : null,
      });
      if (!answer.ok) return refusedEntries(answer.error);
      onDone(answer.value);
      return {};
    },
  });
  const { isWithout, passphrase } = form.typed;
  const unsaved = useUnsaved(!isWithout && passphrase !== '');
  const cancel = (): void => unsaved.leave(onCancel);
  // While it is brought in, there is no way back.
  useEscape(() => {
    if (!form.isSending) cancel();
  });

  return (
    <form className="site-form" noValidate autoComplete="off" onSubmit={form.onSubmit}>
      <FoundNvrs nvrs={preview.nvrs} fresh={fresh.length} />
      {hasPasswords ? (
        <>
          <Field
            label={text.site.passphraseOfFile}
            hint={text.site.opensPasswords(preview.passwords)}
            type="password"
            autoFocus
            autoComplete="off"
            disabled={isWithout}
            {...form.field('passphrase')}
          />
          <Checkbox
            label={text.site.withoutPasswords}
            checked={isWithout}
            onChange={(isChosen) => form.choose('isWithout', isChosen)}
          />
        </>
      ) : (
        <p className="site-note">{text.site.holdsNoPasswords}</p>
      )}
      <Failure message={form.failure} />
      <div className="site-form__buttons">
        <Button isBusy={form.isSending} onClick={cancel}>
          {text.common.cancel}
        </Button>
        <Button type="submit" tone="primary" isBusy={form.isSending} disabled={fresh.length === 0}>
          {importLabel(form.isSending, fresh.length)}
        </Button>
      </div>
      {unsaved.question}
    </form>
  );
}

function importLabel(isImporting: boolean, fresh: number): string {
  if (isImporting) return text.site.importing;
  return fresh === 0 ? text.site.nothingNew : text.site.import(fresh);
}

function FoundNvrs({ nvrs, fresh }: { nvrs: SiteImportPreview['nvrs']; fresh: number }): ReactNode {
  return (
    <>
      <p className="site-note">{text.site.found(fresh, nvrs.length - fresh)}</p>
      <ul className="site-list" aria-label={text.site.nvrsInFile}>
        {nvrs.map((nvr, index) => (
          <li key={index} data-here={nvr.isHere}>
            <div>
              <p className="site-list__name" dir="auto" title={nvr.name}>
                {nvr.name}
              </p>
              <p className="site-list__facts">
                {nvr.host} · {text.common.cameras(nvr.cameras)}
              </p>
            </div>
            <span className="site-mark">{nvr.isHere ? text.site.isHere : text.site.isNew}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
