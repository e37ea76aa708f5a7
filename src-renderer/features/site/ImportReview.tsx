import { useState, type ReactNode, type SubmitEvent } from 'react';
import type { SiteImported, SiteImportPreview } from '@contract/models/site.ts';
import { text } from '../../text/catalogue.ts';
import { adminRequest } from '../../store/admin-store.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { useEscape } from '../../ui/dialog/dialog-escape.ts';
import { Field } from '../../ui/Field.tsx';
import { useUnsaved } from '../../ui/dialog/use-unsaved.tsx';
import { Failure } from './Failure.tsx';

interface ImportReviewProps {
  preview: SiteImportPreview;
  onCancel: () => void;
  onDone: (imported: SiteImported) => void;
}

/** What a file would bring, and the go-ahead. */
export function ImportReview({ preview, onCancel, onDone }: ImportReviewProps): ReactNode {
  const hasPasswords = preview.passwords > 0;
  const fresh = preview.nvrs.filter(({ isHere }) => !isHere);
  const [isWithout, setIsWithout] = useState(false);
  const [passphrase, setPassphrase] = useState('');
  const [error, setError] = useState<string | undefined>();
  const [failure, setFailure] = useState<string | null>(null);
  const [isImporting, setIsImporting] = useState(false);
  const isAsked = hasPasswords && !isWithout;
  const unsaved = useUnsaved(isAsked && passphrase !== '');
  const cancel = (): void => unsaved.leave(onCancel);
  // While it is brought in, there is no way back.
  useEscape(() => {
    if (!isImporting) cancel();
  });

  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    setFailure(null);
    setError(isAsked && passphrase === '' ? text.site.enterPassphrase : undefined);
    if (isAsked && passphrase === '') return;
    setIsImporting(true);
    const { previewId } = preview;
    const answer = await adminRequest('site:import', {
      ...{ previewId, passphrase: isAsked ? passphrase : null },
    });
    setIsImporting(false);
    if (answer.ok) onDone(answer.value);
    else if (answer.error.fields?.['passphrase']) setError(answer.error.fields['passphrase']);
    else setFailure(answer.error.message);
  };

  return (
    <form
      className="site-form"
      noValidate
      autoComplete="off"
      onSubmit={(event) => void submit(event)}
    >
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
            value={passphrase}
            error={error}
            onChange={(event) => {
              setPassphrase(event.target.value);
              setError(undefined);
            }}
          />
          <Checkbox
            label={text.site.withoutPasswords}
            checked={isWithout}
            onChange={setIsWithout}
          />
        </>
      ) : (
        <p className="site-note">{text.site.holdsNoPasswords}</p>
      )}
      <Failure message={failure} />
      <div className="site-form__buttons">
        <Button isBusy={isImporting} onClick={cancel}>
          {text.common.cancel}
        </Button>
        <Button type="submit" tone="primary" isBusy={isImporting} disabled={fresh.length === 0}>
          {importLabel(isImporting, fresh.length)}
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
