import { FolderOpen, Upload } from 'lucide-react';
import { useState, type ReactNode, type SubmitEvent } from 'react';
import { siteExportSchema, type SavedFile } from '@contract/models/site.ts';
import { text } from '../../text/catalogue.ts';
import { entryErrors } from '../../text/message-text.ts';
import { request } from '../../api/ipc-client.ts';
import { adminRequest } from '../../store/admin-store.ts';
import { useNvrs } from '../../store/site-store.ts';
import { showToast } from '../../store/toast-store.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Field } from '../../ui/Field.tsx';
import { KeepUnsaved } from '../../ui/dialog/use-unsaved.tsx';
import { PinField } from '../admin/index.ts';
import { useAttention } from '../../ui/use-attention.ts';
import { Failure } from './Failure.tsx';
import { SiteSection } from './SiteSection.tsx';

interface ExportErrors {
  passphrase?: string | undefined;
  repeated?: string | undefined;
  pin?: string | undefined;
}

interface SavedSite extends SavedFile {
  hasPasswords: boolean;
}

/** Writes the site into a file that another computer can bring in. */
export function ExportSection(): ReactNode {
  const isEmpty = useNvrs().length === 0;
  const [hasPasswords, setHasPasswords] = useState(false);
  const [passphrase, setPassphrase] = useState('');
  const [repeated, setRepeated] = useState('');
  const [pin, setPin] = useState('');
  const [errors, setErrors] = useState<ExportErrors>({});
  const [isWriting, setIsWriting] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const [saved, setSaved] = useState<SavedSite | null>(null);
  const [attention, setAttention] = useState(0);
  const ref = useAttention(attention);

  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const wrong = hasPasswords ? check(passphrase, repeated, pin) : {};
    const point = (found: ExportErrors): void => {
      setErrors(found);
      if (Object.keys(found).length > 0) setAttention((count) => count + 1);
    };
    point(wrong);
    setFailure(null);
    setSaved(null);
    if (Object.keys(wrong).length > 0) return;
    setIsWriting(true);
    const answer = await adminRequest(
      'site:export',
      hasPasswords ? { passphrase, pin } : { passphrase: null },
    );
    setIsWriting(false);
    setPin('');
    if (!answer.ok) {
      if (answer.error.code === 'wrong-pin') point({ pin: answer.error.message });
      else setFailure(answer.error.message);
      return;
    }
    if (hasPasswords) showToast(text.site.passwordsWritten);
    setSaved({ ...answer.value, hasPasswords });
    setHasPasswords(false);
    setPassphrase('');
    setRepeated('');
  };

  return (
    <SiteSection title={text.site.move} about={text.site.moveAbout}>
      <form
        className="site-form"
        noValidate
        autoComplete="off"
        onSubmit={(event) => void submit(event)}
      >
        <Checkbox
          label={text.site.includePasswords}
          checked={hasPasswords}
          onChange={setHasPasswords}
        />
        {hasPasswords && (
          <div ref={ref} className="site-form__pair">
            <Field
              label={text.site.passphrase}
              hint={text.site.passphraseHint}
              type="password"
              autoComplete="off"
              value={passphrase}
              error={errors.passphrase}
              onChange={(event) => setPassphrase(event.target.value)}
            />
            <Field
              label={text.site.repeatPassphrase}
              type="password"
              autoComplete="off"
              value={repeated}
              error={errors.repeated}
              onChange={(event) => setRepeated(event.target.value)}
            />
            <PinField
              label={text.admin.pin}
              name="pin"
              hint={text.site.pinHint}
              value={pin}
              error={errors.pin}
              onChange={setPin}
            />
          </div>
        )}
        <Button
          type="submit"
          tone="primary"
          icon={<Upload size={16} aria-hidden />}
          isBusy={isWriting}
          disabled={isEmpty}
        >
          {isWriting ? text.site.exporting : text.site.export}
        </Button>
      </form>
      <KeepUnsaved isDirty={hasPasswords && `${passphrase}${repeated}${pin}` !== ''} />
      {isEmpty && <p className="site-note">{text.site.nothingToExport}</p>}
      <Failure message={failure} />
      <div role="status">{saved && <Saved file={saved} />}</div>
    </SiteSection>
  );
}

function Saved({ file }: { file: SavedSite }): ReactNode {
  const reveal = async (): Promise<void> => {
    const shown = await request('file:reveal', { fileId: file.fileId });
    if (!shown.ok) showToast(shown.error.message);
  };
  return (
    <div className="site-saved">
      <p>
        {text.site.savedAs(file.hasPasswords)} <span className="site-path">{file.path}</span>
      </p>
      <Button icon={<FolderOpen size={16} aria-hidden />} onClick={() => void reveal()}>
        {text.site.showInFolder}
      </Button>
    </div>
  );
}

function check(passphrase: string, repeated: string, pin: string): ExportErrors {
  const parsed = siteExportSchema.safeParse({ passphrase, pin });
  const wrong: ExportErrors = parsed.success ? {} : entryErrors(parsed.error);
  if (wrong.passphrase !== undefined || passphrase === repeated) return wrong;
  return { ...wrong, repeated: text.site.passphrasesDiffer };
}
