import { useState, type ReactNode, type SubmitEvent } from 'react';
import type { SiteImported, SiteImportPreview } from '@contract/models/site.ts';
import { adminRequest } from '../../store/admin-store.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { useEscape } from '../../ui/dialog/dialog-escape.ts';
import { Field } from '../../ui/Field.tsx';
import { useUnsaved } from '../../ui/dialog/use-unsaved.tsx';
import { Failure } from './Failure.tsx';
import { counted } from './site-text.ts';

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
    setError(isAsked && passphrase === '' ? 'Enter the passphrase.' : undefined);
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
            label="Passphrase of the file"
            hint={`It opens the ${counted(preview.passwords, 'password')} in the file.`}
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
            label="Bring in without passwords"
            checked={isWithout}
            onChange={setIsWithout}
          />
        </>
      ) : (
        <p className="site-note">
          The file holds no passwords: enter each one under NVRs afterwards.
        </p>
      )}
      <Failure message={failure} />
      <div className="site-form__buttons">
        <Button isBusy={isImporting} onClick={cancel}>
          Cancel
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
  if (isImporting) return 'Importing…';
  return fresh === 0 ? 'Nothing new to import' : `Import ${counted(fresh, 'NVR')}`;
}

function FoundNvrs({ nvrs, fresh }: { nvrs: SiteImportPreview['nvrs']; fresh: number }): ReactNode {
  const here = nvrs.length - fresh;
  return (
    <>
      <p className="site-note">
        {counted(fresh, 'new NVR')}.{here > 0 && ` ${here} here already, left as it is.`}
      </p>
      <ul className="site-list" aria-label="NVRs in the file">
        {nvrs.map((nvr, index) => (
          <li key={index} data-here={nvr.isHere}>
            <div>
              <p className="site-list__name" dir="auto" title={nvr.name}>
                {nvr.name}
              </p>
              <p className="site-list__facts">
                {nvr.host} · {counted(nvr.cameras, 'camera')}
              </p>
            </div>
            <span className="site-mark">{nvr.isHere ? 'Here already' : 'New'}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
